import { rule } from "../../../../policies/rules/pss/pss-restricted-capabilities-restricted.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const DROP = "securityContext.capabilities.drop";
const capabilities = (fields: unknown) => ({ securityContext: { capabilities: fields } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("all are dropped", capabilities({ drop: ["ALL"] })),
    ...inEachList("one is taken back", capabilities({ drop: ["NET_RAW", "ALL"], add: ["NET_BIND_SERVICE"] })),
    { it: "a Windows pod", given: pod({ os: { name: "windows" }, containers: [{}] }) },
    { it: "dropped, whatever the system", given: pod({ os: UNKNOWN, containers: [capabilities({ drop: ["ALL"] })] }) },
  ],
  violating: [
    { it: "no security context", given: container({}), finds: [`spec.containers[0].${DROP}`] },
    ...[undefined, null, [], ["NET_RAW"], ["all"]].flatMap((drop) =>
      inEachList(`drops ${JSON.stringify(drop)}`, capabilities({ drop }), [DROP]),
    ),
    ...inEachList("another is added", capabilities({ drop: ["ALL"], add: ["NET_BIND_SERVICE", "CHOWN"] }), [
      "securityContext.capabilities.add[1]",
    ]),
  ],
  unknown: [
    ...inEachList("what is dropped", capabilities({ drop: UNKNOWN }), [DROP]),
    ...inEachList("one that is added", capabilities({ drop: ["ALL"], add: [UNKNOWN] }), [
      "securityContext.capabilities.add[0]",
    ]),
    ...inEachList("all of it", capabilities(UNKNOWN_OBJECT), [DROP, "securityContext.capabilities.add[?]"]),
  ],
  malformed: inEachList("text", capabilities({ drop: "ALL" }), [DROP]),
};
