import { rule } from "../../../../policies/rules/container/container-resource-limits.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { goodContainer, UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const { resources } = goodContainer;
const FIELDS = ["limits.memory", "requests.memory", "requests.cpu"].map((field) => `resources.${field}`);
const LISTS = ["initContainers", "containers"];
const memory = (value: unknown) => ({ resources: { ...resources, limits: { memory: value } } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("a memory limit and both requests, no CPU limit", { resources }, [], LISTS),
    ...["1", "0.5Gi", "1e6", "100M", 1].flatMap((value) => inEachList(`a limit of ${value}`, memory(value), [], LISTS)),
    { it: "those of the pod", given: pod({ resources, containers: [{}] }) },
    {
      it: "an unknown pod, which is not needed",
      given: pod({ resources: UNKNOWN_OBJECT, containers: [{ resources }] }),
    },
    {
      it: "ephemeral containers can have none",
      given: pod({ containers: [{ resources }], ephemeralContainers: [{}] }),
    },
  ],
  violating: [
    ...[undefined, null, {}].flatMap((value) =>
      inEachList(`resources: ${JSON.stringify(value)}`, { resources: value }, FIELDS, LISTS),
    ),
    ...["0", "0Mi", 0].flatMap((value) => inEachList(`a limit of ${value}`, memory(value), FIELDS.slice(0, 1), LISTS)),
    {
      it: "what the pod leaves open",
      given: pod({ resources: { limits: { memory: "1Gi" } }, containers: [{}] }),
      finds: FIELDS.slice(1).map((field) => `spec.containers[0].${field}`),
    },
  ],
  unknown: [
    ...inEachList("all of it", { resources: UNKNOWN_OBJECT }, FIELDS, LISTS),
    { it: "one of them", given: container(memory(UNKNOWN)), finds: [`spec.containers[0].${FIELDS[0]}`] },
  ],
  malformed: [
    ...["", "lots", "-1Gi", -1, NaN, true, [1]].flatMap((value) =>
      inEachList(`a limit of ${JSON.stringify(value)}`, memory(value), FIELDS.slice(0, 1), LISTS),
    ),
    ...inEachList("text", { resources: "64Mi" }, FIELDS, LISTS),
  ],
};
