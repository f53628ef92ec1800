import { pssBaseline } from "../../frameworks.ts";
import { securityContextsOf } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** What Kubernetes takes for unset. */
const UNSET = [undefined, ""];

/** Types that container-selinux confines; container_engine_t since 1.31. */
const TYPES = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_seLinuxOptions.go */
export const rule: PodRule = {
  name: "pss-baseline-se-linux-options",
  description: "No container may choose an SELinux user or role, nor a type that is not made for containers.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Remove seLinuxOptions.user and .role, and leave the type to the container runtime.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod(pod, require) {
    for (const context of securityContextsOf(pod)) {
      const options = context.at("seLinuxOptions");
      const type = options.at("type");
      const others = `must be unset or one of ${TYPES.join(", ")}: other types are not confined as containers are`;
      require(type.isOneOf([...UNSET, ...TYPES]), type, others);
      for (const name of ["user", "role"]) {
        const field = options.at(name);
        require(field.isOneOf(UNSET), field, "must be unset, or SELinux takes the container for something else");
      }
    }
  },
};
