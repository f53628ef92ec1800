import type { core } from "@pulumi/kubernetes/types/input.js";
import { notAwaited } from "../../../workload/address.ts";
import { recommendedLabels, selectorLabels } from "../../../workload/labels.ts";
import type { TracesArgs } from "../args.ts";
import { gatewayPorts } from "../ports.ts";
import { READY } from "./peers.ts";
import { GATEWAY, hasPeers } from "./spec.ts";

/** The name under which the gateways find each other, where there are several. */
export function readyAddress({
  namespace,
  replicas = 1,
}: TracesArgs): { metadata: core.v1.Service["metadata"]; spec: core.v1.ServiceSpec } | undefined {
  if (!hasPeers({ replicas })) return undefined;
  return {
    metadata: {
      name: READY,
      namespace,
      labels: recommendedLabels(GATEWAY, "platform"),
      annotations: notAwaited,
    },
    spec: {
      clusterIP: "None",
      selector: selectorLabels(GATEWAY),
      ports: [{ name: "otlp-peers", port: gatewayPorts.peers, targetPort: "otlp-peers" }],
    },
  };
}
