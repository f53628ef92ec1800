import { type Findings, judge } from "./judge.ts";
import { POLICY_ERROR } from "./policy-error.ts";
import type { Resource } from "./resource.ts";
import type { Environment, Level, Metadata, Rule } from "./rule.ts";
import type { Settings } from "./settings.ts";
import { table } from "./rules/index.ts";
import { Stack } from "./stack.ts";
import { Field } from "./values/field.ts";
import type { Finding, RuleVerdict, Verdict } from "./verdict.ts";
import { applyWaivers } from "./waivers/apply.ts";
import type { Waiver } from "./waivers/waiver.ts";

/** A resource as its program declares it. Props may hold unknowns, as the engine or the SDK spells them. */
export interface DeclaredResource {
  readonly type: string;
  readonly name: string;
  readonly urn?: string | undefined;
  readonly protect?: boolean | undefined;
  readonly props: unknown;
  /** Whether props still say what the program marked as secret. @default true */
  readonly marked?: boolean;
}

export interface EvaluateOptions {
  /** Chooses the level of each rule. */
  readonly environment: Environment;
  /** @default nothing is restricted */
  readonly settings?: Settings;
  /** @default none */
  readonly waivers?: readonly Waiver[];
  /** Levels that stand in for those of the rules' own, by rule name. @default none */
  readonly levels?: Readonly<Record<string, Level>>;
  /** The day against which waivers expire. @default today */
  readonly now?: Date;
  /** @default every rule of the pack */
  readonly rules?: readonly Rule[];
}

/** The verdict of the pack on these resources. Never throws, whatever they hold. */
export function evaluate(declared: readonly DeclaredResource[], options: EvaluateOptions): Verdict {
  const { environment, settings, waivers = [], levels = {}, now = new Date(), rules = table } = options;
  const stack = new Stack(declared.map(toResource), settings);
  const used = new Set<Waiver>();
  const verdictOn = (
    rule: Omit<Metadata, "framework" | "url"> & { url?: string },
    found: Omit<Findings, "errors">,
  ): RuleVerdict => {
    const { name, description, remediation, url, severity } = rule;
    const { failed, waived, needed } = applyWaivers(found.violations, waivers, now);
    for (const waiver of needed) used.add(waiver);
    const level = levels[name] ?? rule.level[environment];
    const { passed, undetermined } = found;
    return { rule: name, description, remediation, url, level, severity, passed, failed, waived, undetermined };
  };

  const errors: Finding[] = [];
  const verdicts = rules.map((rule) => {
    const disabled = (levels[rule.name] ?? rule.level[environment]) === "disabled";
    const found = judge(rule, disabled ? NOTHING : stack);
    errors.push(...found.errors);
    return verdictOn(rule, found);
  });
  verdicts.push(verdictOn(POLICY_ERROR, { passed: 0, violations: errors, undetermined: [] }));

  return {
    environment,
    resources: stack.resources.length,
    rules: verdicts,
    unusedWaivers: waivers.filter((waiver) => !used.has(waiver)),
    blocked: verdicts.some(({ level, failed }) => level === "mandatory" && failed.length > 0),
  };
}

const NOTHING = new Stack([]);

/** A resource as rules read it. */
export function toResource({ type, name, urn, protect, props, marked }: DeclaredResource): Resource {
  return { type, name, urn, protect, props: new Field(props, undefined, marked) };
}
