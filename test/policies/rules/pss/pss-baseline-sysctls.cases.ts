import { rule } from "../../../../policies/rules/pss/pss-baseline-sysctls.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const sysctls = (...names: unknown[]) =>
  pod({ securityContext: { sysctls: names.map((name) => ({ name, value: "1" })) } });
const NAME = "spec.securityContext.sysctls[0].name";

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a safe one", given: sysctls("kernel.shm_rmid_forced", "net.ipv4.tcp_syncookies") },
    { it: "those that became safe later", given: sysctls("net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_rmem") },
  ],
  violating: [
    ...["kernel.msgmax", "net.core.somaxconn", "NET.IPV4.TCP_RMEM", ""].map((name) => ({
      it: `"${name}"`,
      given: sysctls(name),
      finds: [NAME],
    })),
    {
      it: "only the unsafe one is blamed",
      given: sysctls("net.ipv4.tcp_rmem", "kernel.sem"),
      finds: ["spec.securityContext.sysctls[1].name"],
    },
  ],
  unknown: [
    { it: "the name", given: sysctls(UNKNOWN), finds: [NAME] },
    {
      it: "the list",
      given: pod({ securityContext: UNKNOWN_OBJECT }),
      finds: ["spec.securityContext.sysctls[?].name"],
    },
  ],
  malformed: [{ it: "no name", given: sysctls(null), finds: [NAME] }],
};
