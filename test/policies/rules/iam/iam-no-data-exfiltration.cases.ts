import { rule } from "../../../../policies/rules/iam/iam-no-data-exfiltration.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" });
