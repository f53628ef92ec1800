import { EXCEPTIONS_POLICY } from "../crossguard/exceptions.ts";
import { POLICY_ERROR } from "../policy-error.ts";
import type { Level } from "../rule.ts";
import { table } from "../rules/index.ts";
import { readWaivers } from "./read.ts";
import type { Waiver } from "./waiver.ts";

/** What a pack config says, in the terms of `evaluate`. */
export interface PackConfig {
  readonly waivers: readonly Waiver[];
  /** By rule name. */
  readonly levels: Readonly<Record<string, Level>>;
  /** What is wrong with it, a sentence each. */
  readonly problems: readonly string[];
}

const LEVELS: ReadonlySet<unknown> = new Set<Level>(["mandatory", "advisory", "disabled"]);

/**
 * Reads a pack config, the file of `pulumi up --policy-pack-config`, for an evaluation without the engine: rule name →
 * level, or `{ enforcementLevel?, waivers? }`; `all` sets the level of every rule.
 *
 * @param json the parsed file
 */
export function readPackConfig(json: unknown): PackConfig {
  if (!isRecord(json)) return { waivers: [], levels: {}, problems: ["expected an object with a key for each rule"] };
  const names = [...table, POLICY_ERROR].map(({ name }) => name);
  const problems: string[] = [];
  const waivers: Waiver[] = [];
  const levels: Record<string, Level> = {};

  // As the engine does it: `all` first, so that what is said of one rule wins.
  for (const [key, config] of Object.entries(json).sort(([a], [b]) => Number(b === "all") - Number(a === "all"))) {
    const { enforcementLevel, waivers: declared } = isRecord(config) ? config : { enforcementLevel: config };
    const read = readWaivers(key, declared);
    waivers.push(...read.waivers);
    problems.push(...read.problems);

    if (!names.includes(key) && key !== "all" && key !== EXCEPTIONS_POLICY)
      problems.push(`${key}: no rule has this name`);
    // What the engine mends it then demands.
    const level = enforcementLevel === "remediate" ? "mandatory" : enforcementLevel;
    if (LEVELS.has(level)) {
      for (const name of key === "all" ? names : [key]) levels[name] = level as Level;
    } else if (enforcementLevel !== undefined) {
      problems.push(`${key}: the level must be one of ${[...LEVELS].join(", ")}, remediate`);
    }
  }
  return { waivers, levels, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
