import type { Rule } from "../../rule.ts";
import { rule as ecrEncryption } from "./ecr-encryption.ts";
import { rule as ecrImmutableTags } from "./ecr-immutable-tags.ts";
import { rule as ecrLifecyclePolicy } from "./ecr-lifecycle-policy.ts";
import { rule as ecrNoForceDelete } from "./ecr-no-force-delete.ts";
import { rule as ecrPolicyNotPublic } from "./ecr-policy-not-public.ts";
import { rule as ecrScanOnPush } from "./ecr-scan-on-push.ts";

export const ecr: readonly Rule[] = [
  ecrImmutableTags,
  ecrScanOnPush,
  ecrEncryption,
  ecrNoForceDelete,
  ecrPolicyNotPublic,
  ecrLifecyclePolicy,
];
