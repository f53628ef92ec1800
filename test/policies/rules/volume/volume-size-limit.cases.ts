import { rule } from "../../../../policies/rules/volume/volume-size-limit.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const volume = (emptyDir: unknown) =>
  pod({
    volumes: [
      { name: "other", emptyDir: { sizeLimit: "1Mi" } },
      { name: "v", emptyDir },
    ],
  });
const SIZE = ["spec.volumes[1].emptyDir.sizeLimit"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a limit", given: volume({ sizeLimit: "64Mi" }) },
    { it: "in memory, which is another rule's", given: volume({ medium: "Memory" }) },
    { it: "no emptyDir", given: volume(undefined) },
  ],
  violating: [
    { it: "none", given: volume({}), finds: SIZE },
    { it: "zero", given: volume({ medium: "", sizeLimit: 0 }), finds: SIZE },
  ],
  unknown: [
    { it: "the limit", given: volume({ sizeLimit: UNKNOWN }), finds: SIZE },
    { it: "the volume", given: volume(UNKNOWN_OBJECT), finds: SIZE },
  ],
  malformed: [{ it: "no quantity", given: volume({ sizeLimit: "small" }), finds: SIZE }],
};
