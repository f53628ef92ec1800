import type { core } from "@pulumi/kubernetes/types/input.js";

/** Uid and gid of distroless' `nonroot`: high enough that it is nobody's on the node. */
const NONROOT = 65532;

/** Pod Security Standard `restricted`, and more: a fixed high uid. */
export const podSecurity: core.v1.PodSecurityContext = {
  runAsNonRoot: true,
  runAsUser: NONROOT,
  runAsGroup: NONROOT,
  fsGroup: NONROOT,
  // A large volume is not walked at each start.
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
};

/** What only a container can say: no more rights than it began with, and nowhere to write. */
export const containerSecurity: core.v1.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};
