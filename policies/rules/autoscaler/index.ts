import type { Rule } from "../../rule.ts";
import { rule as autoscalerOwnsReplicas } from "./autoscaler-owns-replicas.ts";
import { rule as autoscalerRange } from "./autoscaler-range.ts";
import { rule as autoscalerTarget } from "./autoscaler-target.ts";

export const autoscaler: readonly Rule[] = [autoscalerOwnsReplicas, autoscalerRange, autoscalerTarget];
