import { OPTIONAL_FIELDS, REQUIRED_FIELDS } from "./schema.ts";
import type { Waiver } from "./waiver.ts";

/** Waivers of one rule, and what is wrong with the others: those waive nothing. */
export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  /** A sentence each. */
  readonly problems: readonly string[];
}

/** Reads the waivers of a rule out of its pack config. */
export function readWaivers(rule: string, declared: unknown): ReadWaivers {
  if (declared === undefined) return { waivers: [], problems: [] };
  if (!Array.isArray(declared)) return { waivers: [], problems: [`${rule}.waivers: expected a list`] };
  const read = declared.map((waiver: unknown, index) => ({
    waiver: { ...(waiver as Waiver), rule },
    problems: problemsOf(waiver).map((problem) => `${rule}.waivers[${index}]${problem}`),
  }));
  return {
    waivers: read.filter(({ problems }) => problems.length === 0).map(({ waiver }) => waiver),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function problemsOf(waiver: unknown): string[] {
  if (typeof waiver !== "object" || waiver === null) return [": expected an object"];
  const given = new Map<string, unknown>(Object.entries(waiver));
  const fields = { ...REQUIRED_FIELDS, ...OPTIONAL_FIELDS };
  const strange = [...given.keys()].filter((name) => !Object.hasOwn(fields, name));
  const wrong = Object.entries(fields).filter(([name, { pattern }]) => {
    const value = given.get(name);
    if (value === undefined) return Object.hasOwn(REQUIRED_FIELDS, name);
    return typeof value !== "string" || !new RegExp(pattern).test(value);
  });
  return [
    ...wrong.map(([name, { description }]) => `.${name}: missing or malformed. ${description}`),
    ...strange.map((name) => `.${name}: a waiver has no such field`),
  ];
}
