import { rule } from "../../../../policies/rules/pss/pss-restricted-run-as-user.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachContext, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const user = (runAsUser: unknown) => ({ runAsUser });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing is said", given: pod({ containers: [{}] }) },
    ...[1, 65532, null].flatMap((id) => inEachContext(typeof id, user(id))),
    { it: "root of a user namespace", given: pod({ hostUsers: false, securityContext: user(0) }) },
    { it: "unknown in a user namespace", given: pod({ hostUsers: false, securityContext: user(UNKNOWN) }) },
  ],
  violating: [
    ...inEachContext("root", user(0), ["runAsUser"]),
    {
      it: "root that every container overrides",
      given: pod({ securityContext: user(0), containers: [{ securityContext: user(65532) }] }),
      finds: ["spec.securityContext.runAsUser"],
    },
    {
      it: "root among the node's users",
      given: pod({ hostUsers: true, securityContext: user(0) }),
      finds: ["spec.securityContext.runAsUser"],
    },
  ],
  unknown: [
    ...inEachContext("the user", user(UNKNOWN), ["runAsUser"]),
    ...inEachContext("the context", UNKNOWN_OBJECT, ["runAsUser"]),
    {
      it: "the user namespace",
      given: pod({ hostUsers: UNKNOWN, securityContext: user(0) }),
      finds: ["spec.securityContext.runAsUser"],
    },
  ],
  malformed: ["1000", 0.5, NaN, {}].flatMap((id) => inEachContext(typeof id, user(id), ["runAsUser"])),
};
