import type { Rule } from "../../rule.ts";
import { rule as disruptionBudgetAllowsEviction } from "./disruption-budget-allows-eviction.ts";
import { rule as disruptionBudgetUnhealthyEviction } from "./disruption-budget-unhealthy-eviction.ts";

export const disruption: readonly Rule[] = [disruptionBudgetAllowsEviction, disruptionBudgetUnhealthyEviction];
