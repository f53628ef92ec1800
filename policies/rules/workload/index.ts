import type { Rule } from "../../rule.ts";
import { rule as workloadControlled } from "./workload-controlled.ts";
import { rule as workloadDisruptionBudget } from "./workload-disruption-budget.ts";
import { rule as workloadLabels } from "./workload-labels.ts";
import { rule as workloadReplicas } from "./workload-replicas.ts";
import { rule as workloadRollingUpdate } from "./workload-rolling-update.ts";
import { rule as workloadSelector } from "./workload-selector.ts";
import { rule as workloadShutdown } from "./workload-shutdown.ts";
import { rule as workloadSpread } from "./workload-spread.ts";

export const workload: readonly Rule[] = [
  workloadControlled,
  workloadDisruptionBudget,
  workloadLabels,
  workloadReplicas,
  workloadRollingUpdate,
  workloadSelector,
  workloadShutdown,
  workloadSpread,
];
