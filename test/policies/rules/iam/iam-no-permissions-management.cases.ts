import { rule } from "../../../../policies/rules/iam/iam-no-permissions-management.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "kms:CreateGrant", Resource: "*" });
