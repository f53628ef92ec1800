import { rule } from "../../../../policies/rules/pss/pss-baseline-se-linux-options.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachContext, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const options = (fields: object) => ({ seLinuxOptions: fields });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing is said", given: pod({ containers: [{}] }) },
    ...["container_t", "container_init_t", "container_kvm_t", "container_engine_t", "", null].flatMap((type) =>
      inEachContext(`type ${type}`, options({ type })),
    ),
    ...inEachContext("empty user and role, any level", options({ user: "", role: "", level: "s0:c1,c2" })),
  ],
  violating: [
    ...inEachContext("another type", options({ type: "spc_t" }), ["seLinuxOptions.type"]),
    ...inEachContext("a user", options({ type: "container_t", user: "system_u" }), ["seLinuxOptions.user"]),
    ...inEachContext("a role", options({ role: "system_r" }), ["seLinuxOptions.role"]),
  ],
  unknown: [
    ...inEachContext("the user", options({ user: UNKNOWN }), ["seLinuxOptions.user"]),
    ...inEachContext(
      "all of it",
      { seLinuxOptions: UNKNOWN_OBJECT },
      ["type", "user", "role"].map((name) => `seLinuxOptions.${name}`),
    ),
  ],
  malformed: inEachContext("a number", options({ type: 1, user: 2 }), ["seLinuxOptions.type", "seLinuxOptions.user"]),
};
