import { rule } from "../../../../policies/rules/ecr/ecr-policy-not-public.ts";
import { publicPolicyCases } from "../../policy-trials.ts";

export const cases = publicPolicyCases(rule, "ecr:BatchGetImage");
