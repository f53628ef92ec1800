import { rule } from "../../../../policies/rules/iam/iam-no-credentials-exposure.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "*" });
