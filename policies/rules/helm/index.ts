import type { Rule } from "../../rule.ts";
import { rule as helmNoRelease } from "./helm-no-release.ts";

export const helm: readonly Rule[] = [helmNoRelease];
