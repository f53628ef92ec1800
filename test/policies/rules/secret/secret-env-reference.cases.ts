import { rule } from "../../../../policies/rules/secret/secret-env-reference.ts";
import type { RuleCases } from "../../cases.ts";
import { goodContainer, resourceOf, UNKNOWN } from "../../pods.ts";

const container = (more: object) => resourceOf({ containers: [{ ...goodContainer, ...more }] });
const SPEC = "spec.template.spec.containers[0]";

export const cases: RuleCases = {
  rule,
  compliant: [
    {
      it: "plain variables",
      given: container({ env: [{ name: "A", value: "b" }], envFrom: [{ configMapRef: { name: "a" } }] }),
    },
  ],
  violating: [
    {
      it: "a key of a Secret",
      given: container({
        env: [
          { name: "A", value: "b" },
          { name: "P", valueFrom: { secretKeyRef: { name: "a", key: "b" } } },
        ],
      }),
      finds: [`${SPEC}.env[1].valueFrom.secretKeyRef`],
    },
    {
      it: "a whole Secret",
      given: container({ envFrom: [{ secretRef: { name: "a" } }] }),
      finds: [`${SPEC}.envFrom[0].secretRef`],
    },
  ],
  unknown: [
    {
      it: "an unknown source",
      given: container({ env: [{ name: "A", valueFrom: UNKNOWN }] }),
      finds: [`${SPEC}.env[0].valueFrom.secretKeyRef`],
    },
  ],
  malformed: [{ it: "sources that are text", given: container({ env: "all", envFrom: ["secret"] }) }],
};
