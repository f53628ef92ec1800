import type { Field, Place } from "./values/field.ts";
import type { Truth } from "./values/truth.ts";

/** Chooses a rule's level and nothing else. */
export type Environment = "dev" | "staging" | "prod";

/** mandatory: blocks; advisory: warns; disabled: is not evaluated. */
export type Level = "mandatory" | "advisory" | "disabled";

export type Levels = Readonly<Record<Environment, Level>>;

export type Severity = "low" | "medium" | "high" | "critical";

/** The body of rules that a rule belongs to, in the words of CrossGuard. */
export interface Framework {
  readonly name: string;
  readonly version: string;
  /** The part of it. */
  readonly reference: string;
  /** Where it is written down. */
  readonly specification: string;
}

/** A resource as the program declared it. */
export interface Resource {
  /** Pulumi type token, `kubernetes:apps/v1:Deployment`. */
  readonly type: string;
  /** Its name in the program. */
  readonly name: string;
  readonly urn?: string | undefined;
  readonly props: Field;
}

/**
 * States a fact about a place. Where it does not hold it becomes a violation, where it depends on an unknown value it is
 * counted as undetermined. The message says what must hold, why and how, and never contains a value: the engine hands
 * over secrets in plain text (pulumi-policy#163).
 */
export type Require = (holds: Truth, place: Place, message: string) => void;

/** What every rule says about itself: one sentence each, for people who meet it for the first time. */
interface Metadata {
  /** `<subject>-<what>`, or `pss-<level>-<check id>` for the Pod Security Standards. The file has the same name. */
  readonly name: string;
  /** What must hold. */
  readonly description: string;
  readonly level: Levels;
  readonly severity: Severity;
  readonly framework: Framework;
  /** How to comply. */
  readonly remediation: string;
  /** Where to read more. */
  readonly url: string;
}

/** A rule that looks at one resource at a time. */
export interface ResourceRule extends Metadata {
  check(resource: Resource, require: Require): void;
}

/** A rule that needs several resources at once, such as a workload and its disruption budget. */
export interface StackRule extends Metadata {
  /** `about` is the resource to blame. */
  checkStack(resources: readonly Resource[], about: (resource: Resource) => Require): void;
}

export type Rule = ResourceRule | StackRule;
