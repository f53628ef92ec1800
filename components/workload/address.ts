import type { core } from "@pulumi/kubernetes/types/input.js";
import type { ServiceSpec } from "./args.ts";
import { selectorLabels } from "./labels.ts";

/** The stable address: same port numbers as the pods, by name, so that a pod may move its port. */
export function addressSpec(name: string, { port, metricsPort }: ServiceSpec): core.v1.ServiceSpec {
  return {
    type: "ClusterIP",
    selector: selectorLabels(name),
    ports: [
      { name: "http", port, targetPort: "http", appProtocol: "http" },
      { name: "http-metrics", port: metricsPort, targetPort: "http-metrics", appProtocol: "http" },
    ],
  };
}
