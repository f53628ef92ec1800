import type { Rule } from "../../rule.ts";
import { rule as namespaceNotDefault } from "./namespace-not-default.ts";
import { rule as namespacePodSecurity } from "./namespace-pod-security.ts";
import { rule as namespaceQuota } from "./namespace-quota.ts";

export const namespace: readonly Rule[] = [namespaceNotDefault, namespacePodSecurity, namespaceQuota];
