import { rule } from "../../../../policies/rules/container/container-ephemeral-storage.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN_OBJECT } from "../../pods.ts";

const FIELDS = ["resources.requests.ephemeral-storage", "resources.limits.ephemeral-storage"];
const storage = (request: unknown, limit: unknown) => ({
  resources: { requests: { "ephemeral-storage": request }, limits: { "ephemeral-storage": limit } },
});
const LISTS = ["initContainers", "containers"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("both", storage("32Mi", "1Gi"), [], LISTS),
    {
      it: "ephemeral containers can have none",
      given: pod({ containers: [storage("1", "1")], ephemeralContainers: [{}] }),
    },
  ],
  violating: [
    ...inEachList("neither", {}, FIELDS, LISTS),
    ...inEachList("no limit", storage("32Mi", undefined), FIELDS.slice(1), LISTS),
    ...inEachList("no request", storage("0", "1Gi"), FIELDS.slice(0, 1), LISTS),
  ],
  unknown: inEachList("all of it", { resources: UNKNOWN_OBJECT }, FIELDS, LISTS),
  malformed: inEachList("no quantities", storage("some", -1), FIELDS, LISTS),
};
