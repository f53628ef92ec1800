import { rule } from "../../../../policies/rules/pss/pss-baseline-host-path-volumes.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const volume = (fields: unknown) => pod({ volumes: [{ name: "tmp", emptyDir: {} }, fields] });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "other volumes", given: volume({ name: "config", configMap: { name: "c" } }) },
    { it: "null is not set", given: volume({ name: "none", hostPath: null }) },
  ],
  violating: [
    {
      it: "a path",
      given: volume({ name: "logs", hostPath: { path: "/var/log" } }),
      finds: ["spec.volumes[1].hostPath"],
    },
    { it: "without a path", given: volume({ name: "logs", hostPath: {} }), finds: ["spec.volumes[1].hostPath"] },
  ],
  unknown: [
    { it: "the source", given: volume({ hostPath: UNKNOWN_OBJECT }), finds: ["spec.volumes[1].hostPath"] },
    { it: "the list", given: pod({ volumes: UNKNOWN }), finds: ["spec.volumes[?].hostPath"] },
  ],
  malformed: [
    { it: "text", given: volume({ hostPath: "/var/log" }), finds: ["spec.volumes[1].hostPath"] },
    { it: "a volume that is none", given: volume("logs") },
  ],
};
