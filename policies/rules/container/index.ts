import type { Rule } from "../../rule.ts";
import { rule as containerCpuLimit } from "./container-cpu-limit.ts";
import { rule as containerEnvUnique } from "./container-env-unique.ts";
import { rule as containerEphemeralStorage } from "./container-ephemeral-storage.ts";
import { rule as containerGroupId } from "./container-group-id.ts";
import { rule as containerLimitsAboveRequests } from "./container-limits-above-requests.ts";
import { rule as containerLivenessProbe } from "./container-liveness-probe.ts";
import { rule as containerMemoryRatio } from "./container-memory-ratio.ts";
import { rule as containerReadOnlyRootFilesystem } from "./container-read-only-root-filesystem.ts";
import { rule as containerReadinessProbe } from "./container-readiness-probe.ts";
import { rule as containerResourceLimits } from "./container-resource-limits.ts";
import { rule as containerShell } from "./container-shell.ts";
import { rule as containerSshPort } from "./container-ssh-port.ts";
import { rule as containerSudo } from "./container-sudo.ts";
import { rule as containerUserId } from "./container-user-id.ts";

export const container: readonly Rule[] = [
  containerCpuLimit,
  containerEnvUnique,
  containerEphemeralStorage,
  containerGroupId,
  containerLimitsAboveRequests,
  containerLivenessProbe,
  containerMemoryRatio,
  containerReadOnlyRootFilesystem,
  containerReadinessProbe,
  containerResourceLimits,
  containerShell,
  containerSshPort,
  containerSudo,
  containerUserId,
];
