import { rule } from "../../../../policies/rules/volume/volume-memory-size-limit.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const volume = (emptyDir: unknown) =>
  pod({
    volumes: [
      { name: "other", emptyDir: { medium: "Memory", sizeLimit: "1Mi" } },
      { name: "v", emptyDir },
    ],
  });
const SIZE = ["spec.volumes[1].emptyDir.sizeLimit"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a limit", given: volume({ medium: "Memory", sizeLimit: "64Mi" }) },
    ...["", "HugePages", undefined].map((medium) => ({ it: `medium ${medium}`, given: volume({ medium }) })),
    { it: "a limit, whatever the medium", given: volume({ medium: UNKNOWN, sizeLimit: "64Mi" }) },
  ],
  violating: [undefined, null, "0"].map((sizeLimit) => ({
    it: String(sizeLimit),
    given: volume({ medium: "Memory", sizeLimit }),
    finds: SIZE,
  })),
  unknown: [
    { it: "the limit", given: volume({ medium: "Memory", sizeLimit: UNKNOWN }), finds: SIZE },
    { it: "the medium", given: volume({ medium: UNKNOWN }), finds: SIZE },
    { it: "the volume", given: volume(UNKNOWN_OBJECT), finds: SIZE },
  ],
  malformed: [{ it: "no quantity", given: volume({ medium: "Memory", sizeLimit: "small" }), finds: SIZE }],
};
