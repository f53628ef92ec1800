import { rule } from "../../../../policies/rules/iam/iam-no-star-resource.ts";
import { statementCases } from "./statements.ts";

export const cases = statementCases(rule, { Effect: "Allow", Action: "ec2:DescribeInstances", Resource: "*" });
