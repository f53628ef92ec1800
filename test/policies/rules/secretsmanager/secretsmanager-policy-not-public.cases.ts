import { rule } from "../../../../policies/rules/secretsmanager/secretsmanager-policy-not-public.ts";
import { publicPolicyCases } from "../../policy-trials.ts";

export const cases = publicPolicyCases(rule, "secretsmanager:GetSecretValue");
