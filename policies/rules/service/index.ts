import type { Rule } from "../../rule.ts";
import { rule as serviceLoadBalancerInternal } from "./service-load-balancer-internal.ts";
import { rule as serviceNoExternalIps } from "./service-no-external-ips.ts";
import { rule as serviceNoNodePort } from "./service-no-node-port.ts";
import { rule as serviceSelectsPods } from "./service-selects-pods.ts";

export const service: readonly Rule[] = [
  serviceLoadBalancerInternal,
  serviceNoExternalIps,
  serviceNoNodePort,
  serviceSelectsPods,
];
