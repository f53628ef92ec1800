import { rule } from "../../../../policies/rules/config/config-immutable.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";
import { workload } from "../../stack-trials.ts";

const kept = (kind: string, immutable?: unknown, namespace = "shop") =>
  object(kind, { metadata: { name: "settings", namespace }, immutable }, "settings");
const running = (container: object, volume: object = {}) =>
  workload({ pod: { containers: [{ name: "app", ...container }], volumes: [{ name: "files", ...volume }] } });
const byVariable = (name: unknown = "settings") =>
  running({ env: [{ name: "A", valueFrom: { configMapKeyRef: { name, key: "a" } } }] });
const mounted = (mount: object = {}) =>
  running({ volumeMounts: [{ name: "files", ...mount }] }, { configMap: { name: "settings" } });
const FOUND = ["settings: immutable"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "immutable", given: [kept("ConfigMap", true), byVariable()] },
    { it: "mutable, and mounted as a folder", given: [kept("ConfigMap"), mounted()] },
    { it: "read in another namespace", given: [kept("ConfigMap", false, "other"), byVariable()] },
  ],
  violating: [
    { it: "a variable", given: [kept("ConfigMap"), byVariable()], finds: FOUND },
    { it: "a file by subPath", given: [kept("ConfigMap", false), mounted({ subPath: "a" })], finds: FOUND },
    {
      it: "all variables of a Secret",
      given: [kept("Secret"), running({ envFrom: [{ secretRef: { name: "settings" } }] })],
      finds: FOUND,
    },
    {
      it: "a Secret in a projected volume, by subPathExpr",
      given: [
        kept("Secret"),
        running(
          { volumeMounts: [{ name: "files", subPathExpr: "$(A)" }] },
          { projected: { sources: [{ secret: { name: "settings" } }] } },
        ),
      ],
      finds: FOUND,
    },
  ],
  unknown: [
    { it: "immutable", given: [kept("ConfigMap", UNKNOWN), byVariable()], finds: FOUND },
    { it: "what the pod reads", given: [kept("ConfigMap"), byVariable(UNKNOWN)], finds: FOUND },
  ],
  malformed: [{ it: "text", given: [kept("ConfigMap", "true"), byVariable()], finds: FOUND }],
};
