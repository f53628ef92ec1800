import { reliability } from "../../frameworks.ts";
import { hasPort } from "../../kubernetes/ports.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { and, or } from "../../values/truth.ts";

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
const HANDLERS = ["httpGet", "tcpSocket", "grpc"];

/** A name is looked up in the container itself; a number may be another container's, for they share the address. */
export const rule: PodRule = {
  name: "probe-port",
  description: "Every probe must ask a port that the pod declares.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Declare the port in the container's ports and probe it by its name.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
  checkPod({ containers }, require) {
    const all = containers.map(({ spec }) => spec);
    for (const container of all) {
      for (const probe of PROBES) {
        for (const handler of HANDLERS) {
          const port = container.at(probe, handler, "port");
          if (port.absent === true) continue;
          const byNumber = and(port.test(Number.isInteger), hasPort(all, port));
          const message = "must be a port that is declared (a name: by this container), or the probe never succeeds";
          require(or(port.absent, hasPort([container], port), byNumber), port, message);
        }
      }
    }
  },
};
