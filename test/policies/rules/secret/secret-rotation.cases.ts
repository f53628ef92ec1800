import { rule } from "../../../../policies/rules/secret/secret-rotation.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const external = (spec: unknown) => ({ spec });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "hourly", external({ refreshInterval: "1h" })),
    ...onEach(rule.kinds, "by default", external({})),
  ],
  violating: [
    ...onEach(rule.kinds, "never again", external({ refreshInterval: "0" }), ["spec.refreshInterval"]),
    ...onEach(rule.kinds, "only once", external({ refreshInterval: "1h", refreshPolicy: "CreatedOnce" }), [
      "spec.refreshInterval",
    ]),
  ],
  unknown: onEach(rule.kinds, "an unknown interval", external({ refreshInterval: UNKNOWN }), ["spec.refreshInterval"]),
  malformed: onEach(rule.kinds, "a spec that is text", external("1h")),
};
