import type { Rule } from "../../rule.ts";
import { rule as containerLivenessProbe } from "./container-liveness-probe.ts";
import { rule as containerResourceLimits } from "./container-resource-limits.ts";

export const container: readonly Rule[] = [containerLivenessProbe, containerResourceLimits];
