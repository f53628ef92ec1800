import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** Namespaced, so that a pod changes them for itself only; the last two since 1.32. */
const SAFE = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_wmem",
];

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_sysctls.go */
export const rule: PodRule = {
  name: "pss-baseline-sysctls",
  description: "No pod may set a kernel parameter that is not known to be safe.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Remove it from securityContext.sysctls; whoever runs the nodes sets it for all pods.",
  url: "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/",
  checkPod({ spec }, require) {
    for (const sysctl of spec.at("securityContext", "sysctls").items()) {
      const name = sysctl.at("name");
      const message = "must be a safe sysctl (see the standard): others change the node for all of its pods";
      require(name.isOneOf(SAFE), name, message);
    }
  },
};
