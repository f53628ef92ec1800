import type { Rule } from "../../rule.ts";
import { rule as networkPolicyDefaultDeny } from "./network-policy-default-deny.ts";
import { rule as networkPolicyNoAllowAll } from "./network-policy-no-allow-all.ts";
import { rule as networkPolicyNoMetadataService } from "./network-policy-no-metadata-service.ts";
import { rule as networkPolicySelectsPods } from "./network-policy-selects-pods.ts";

export const network: readonly Rule[] = [
  networkPolicyDefaultDeny,
  networkPolicySelectsPods,
  networkPolicyNoAllowAll,
  networkPolicyNoMetadataService,
];
