import type { Rule } from "../../rule.ts";
import { rule as configImmutable } from "./config-immutable.ts";

export const config: readonly Rule[] = [configImmutable];
