import { rule } from "../../../../policies/rules/pss/pss-baseline-host-ports.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const port = (hostPort: unknown) => ({ ports: [{ containerPort: 80 }, { containerPort: 81, hostPort }] });
const FIELD = "ports[1].hostPort";

export const cases: RuleCases = {
  rule,
  compliant: [undefined, null, 0].flatMap((value) => inEachList(String(value), port(value))),
  violating: inEachList("a port", port(8080), [FIELD]),
  unknown: [
    ...inEachList("the port", port(UNKNOWN), [FIELD]),
    { it: "the list", given: container({ ports: UNKNOWN }), finds: ["spec.containers[0].ports[?].hostPort"] },
  ],
  malformed: ["0", {}, false].flatMap((value) => inEachList(typeof value, port(value), [FIELD])),
};
