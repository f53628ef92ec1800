import type { PodRule } from "../../policies/rule.ts";
import type { RuleCases } from "./cases.ts";
import { inEachList, pod } from "./pod-trials.ts";
import { UNKNOWN } from "./pods.ts";

/** Cases of a rule that a container's user or group is nobody's on the node: its own id, or else the pod's. */
export function idCases(rule: PodRule, key: "runAsUser" | "runAsGroup"): RuleCases {
  const field = `securityContext.${key}`;
  const id = (value: unknown) => ({ securityContext: { [key]: value } });
  const both = (ofPod: unknown, own: unknown) => pod({ ...id(ofPod), containers: [{ name: "app", ...id(own) }] });
  const first = [`spec.containers[0].${field}`];

  return {
    rule,
    compliant: [
      ...inEachList("its own", id(10_000)),
      { it: "the pod's", given: both(65532, undefined) },
      { it: "its own over the pod's", given: both(0, 65532) },
      { it: "a Windows pod", given: pod({ os: { name: "windows" }, containers: [{}] }) },
    ],
    violating: [
      ...[0, 1000, 9999, undefined, null].flatMap((value) => inEachList(String(value), id(value), [field])),
      { it: "the pod's", given: both(1000, undefined), finds: first },
      { it: "its own over the pod's", given: both(65532, 1000), finds: first },
    ],
    unknown: [
      ...inEachList("its own", id(UNKNOWN), [field]),
      { it: "the pod's", given: both(UNKNOWN, undefined), finds: first },
    ],
    malformed: ["65532", 10_000.5, NaN, {}].flatMap((value) => inEachList(typeof value, id(value), [field])),
  };
}
