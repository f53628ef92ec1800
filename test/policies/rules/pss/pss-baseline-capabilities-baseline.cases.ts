import { rule } from "../../../../policies/rules/pss/pss-baseline-capabilities-baseline.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const add = (...capabilities: unknown[]) => ({ securityContext: { capabilities: { add: capabilities } } });
const FIRST = "securityContext.capabilities.add[0]";

export const cases: RuleCases = {
  rule,
  compliant: [...inEachList("what runtimes grant", add("CHOWN", "NET_BIND_SERVICE", "SETFCAP"))],
  violating: [
    ...["NET_RAW", "SYS_ADMIN", "SYS_MODULE", "ALL", "CAP_CHOWN", "chown", ""].flatMap((name) =>
      inEachList(`adds ${name}`, add(name), [FIRST]),
    ),
    ...inEachList("only the bad one is blamed", add("CHOWN", "NET_ADMIN"), ["securityContext.capabilities.add[1]"]),
  ],
  unknown: [
    ...inEachList("one of them", add(UNKNOWN), [FIRST]),
    {
      it: "the list",
      given: container({ securityContext: { capabilities: { add: UNKNOWN } } }),
      finds: ["spec.containers[0].securityContext.capabilities.add[?]"],
    },
  ],
  malformed: [null, 7, {}].flatMap((value) => inEachList(typeof value, add(value), [FIRST])),
};
