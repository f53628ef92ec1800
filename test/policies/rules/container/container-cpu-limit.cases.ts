import { rule } from "../../../../policies/rules/container/container-cpu-limit.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = "resources.limits.cpu";
const cpu = (value: unknown) => ({ resources: { limits: { cpu: value } } });
const LISTS = ["initContainers", "containers"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...["500m", "1", 2].flatMap((value) => inEachList(String(value), cpu(value), [], LISTS)),
    { it: "the pod's", given: pod({ ...cpu("1"), containers: [{}] }) },
    { it: "ephemeral containers can have none", given: pod({ containers: [cpu("1")], ephemeralContainers: [{}] }) },
  ],
  violating: [undefined, null, "0"].flatMap((value) => inEachList(String(value), cpu(value), [FIELD], LISTS)),
  unknown: [
    ...inEachList("the limit", cpu(UNKNOWN), [FIELD], LISTS),
    ...inEachList("all of it", { resources: UNKNOWN_OBJECT }, [FIELD], LISTS),
  ],
  malformed: ["lots", -1, {}].flatMap((value) => inEachList(typeof value, cpu(value), [FIELD], LISTS)),
};
