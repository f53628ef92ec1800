import type { Rule } from "../../rule.ts";
import { rule as probeDifferent } from "./probe-different.ts";
import { rule as probePort } from "./probe-port.ts";

export const probe: readonly Rule[] = [probeDifferent, probePort];
