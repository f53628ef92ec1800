import { rule } from "../../../../policies/rules/container/container-ssh-port.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const port = (containerPort: unknown) => ({ ports: [{ containerPort }] });
const FIELD = "ports[0].containerPort";

export const cases: RuleCases = {
  rule,
  compliant: [8080, 2222].flatMap((value) => inEachList(String(value), port(value))),
  violating: inEachList("22", port(22), [FIELD]),
  unknown: [
    ...inEachList("the port", port(UNKNOWN), [FIELD]),
    { it: "the list", given: container({ ports: UNKNOWN }), finds: ["spec.containers[0].ports[?].containerPort"] },
  ],
  malformed: inEachList("text, which the API refuses by itself", port("ssh")),
};
