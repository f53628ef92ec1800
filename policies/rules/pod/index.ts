import type { Rule } from "../../rule.ts";
import { rule as podEphemeralContainers } from "./pod-ephemeral-containers.ts";
import { rule as podHostAliases } from "./pod-host-aliases.ts";
import { rule as podHostUsers } from "./pod-host-users.ts";
import { rule as podPriorityClass } from "./pod-priority-class.ts";
import { rule as podRootGroups } from "./pod-root-groups.ts";
import { rule as podRuntimeSocket } from "./pod-runtime-socket.ts";
import { rule as podServiceAccountToken } from "./pod-service-account-token.ts";
import { rule as podServiceAccount } from "./pod-service-account.ts";
import { rule as podShareProcessNamespace } from "./pod-share-process-namespace.ts";

export const pod: readonly Rule[] = [
  podEphemeralContainers,
  podHostAliases,
  podHostUsers,
  podPriorityClass,
  podRootGroups,
  podRuntimeSocket,
  podServiceAccountToken,
  podServiceAccount,
  podShareProcessNamespace,
];
