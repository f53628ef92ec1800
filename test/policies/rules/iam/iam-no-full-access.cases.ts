import { rule } from "../../../../policies/rules/iam/iam-no-full-access.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "*", Resource: "*" });
