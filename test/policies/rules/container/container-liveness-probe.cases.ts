import { rule } from "../../../../policies/rules/container/container-liveness-probe.ts";
import { object, type RuleCases, type Trial } from "../../cases.ts";
import { container, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const livenessProbe = { httpGet: { path: "/livez", port: 8080 } };
const MISSING = ["spec.containers[0].livenessProbe"];
const good = { name: "app", livenessProbe };

/** Of a pod that also has a good container, for a rule that is silent has not looked. */
const beside = (it: string, fields: object): Trial => ({ it, given: pod({ containers: [good], ...fields }) });
const template = (spec: object) => ({ template: { spec } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...["httpGet", "grpc", "tcpSocket", "exec"].map((handler) => ({
      it: handler,
      given: container({ livenessProbe: { [handler]: { port: 8080 } } }),
    })),
    beside("init containers end", { initContainers: [{ name: "migrate" }] }),
    beside("those that retry, too", { initContainers: [{ name: "migrate", restartPolicy: "OnFailure" }] }),
    beside("a container that ends by its own policy", { containers: [good, { name: "once", restartPolicy: "Never" }] }),
    beside("ephemeral containers can have none", { ephemeralContainers: [{ name: "debug" }] }),
    { it: "a restart policy that does not matter", given: pod({ containers: [good], restartPolicy: UNKNOWN }) },
    ...["Job", "CronJob"].map((kind) => ({
      it: `${kind}s end`,
      given: [
        object(`${kind}.batch`, {
          spec: kind === "Job" ? template({ containers: [{}] }) : { jobTemplate: { spec: template({}) } },
        }),
        object("Pod", { spec: { containers: [good] } }, "other"),
      ],
    })),
  ],
  violating: [
    ...[undefined, null, {}, { periodSeconds: 5 }, { httpGet: null }].map((probe) => ({
      it: JSON.stringify(probe) ?? "none",
      given: container({ livenessProbe: probe }),
      finds: MISSING,
    })),
    { it: "a startup probe does not stand in", given: container({ startupProbe: livenessProbe }), finds: MISSING },
    {
      it: "a native sidecar",
      given: pod({ containers: [good], initContainers: [{ name: "proxy", restartPolicy: "Always" }] }),
      finds: ["spec.initContainers[0].livenessProbe"],
    },
    {
      it: "a container's own restart policy wins over the pod's",
      given: pod({ restartPolicy: "Never", containers: [{ restartPolicy: "Always" }] }),
      finds: MISSING,
    },
  ],
  unknown: [
    { it: "the probe", given: container({ livenessProbe: UNKNOWN_OBJECT }), finds: MISSING },
    { it: "whether it runs for good", given: pod({ restartPolicy: UNKNOWN, containers: [{}] }), finds: MISSING },
  ],
  malformed: [{ it: "text", given: container({ livenessProbe: "yes" }), finds: MISSING }],
};
