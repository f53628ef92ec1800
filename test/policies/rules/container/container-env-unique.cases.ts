import { rule } from "../../../../policies/rules/container/container-env-unique.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const env = (...names: unknown[]) => ({ env: names.map((name) => ({ name, value: "x" })) });

export const cases: RuleCases = {
  rule,
  compliant: inEachList("different names", env("A", "B", "a")),
  violating: inEachList("the same name twice", env("A", "B", "A", "A"), ["env[2].name", "env[3].name"]),
  unknown: [
    ...inEachList("a name, which may be that of a later one", env("A", UNKNOWN, "B"), ["env[1].name", "env[2].name"]),
    { it: "the list", given: container({ env: UNKNOWN }), finds: ["spec.containers[0].env[?].name"] },
  ],
  malformed: [{ it: "no names", given: container({ env: [{}, null, "A", "A"] }) }],
};
