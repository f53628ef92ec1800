import { rule } from "../../../../policies/rules/iam/iam-no-unconstrained-write.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "ec2:TerminateInstances", Resource: "*" });
