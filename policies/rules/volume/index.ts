import type { Rule } from "../../rule.ts";
import { rule as volumeMemorySizeLimit } from "./volume-memory-size-limit.ts";
import { rule as volumeSizeLimit } from "./volume-size-limit.ts";

export const volume: readonly Rule[] = [volumeMemorySizeLimit, volumeSizeLimit];
