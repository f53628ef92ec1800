import { rule } from "../../../../policies/rules/kms/kms-policy-not-public.ts";
import { publicPolicyCases } from "../../policy-trials.ts";

export const cases = publicPolicyCases(rule, "kms:Decrypt");
