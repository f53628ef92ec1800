import { rule } from "../../../../policies/rules/bucket/bucket-policy-not-public.ts";
import { publicPolicyCases } from "../../policy-trials.ts";

export const cases = publicPolicyCases(rule, "s3:GetObject");
