import { rule } from "../../../../policies/rules/iam/iam-no-privilege-escalation.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "iam:PassRole", Resource: "*" });
