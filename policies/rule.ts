import type { KubernetesObject } from "./kubernetes/objects.ts";
import type { Pod } from "./kubernetes/pods.ts";
import type { Resource } from "./resource.ts";
import type { Settings } from "./settings.ts";
import type { Stack } from "./stack.ts";
import type { Place } from "./values/field.ts";
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

/**
 * States a fact about a place. Where it does not hold it becomes a violation, where it depends on an unknown value it is
 * counted as undetermined. The message says what must hold, why and how, and never contains a value: the engine hands
 * over secrets in plain text (pulumi-policy#163).
 */
export type Require = (holds: Truth, place: Place, message: string) => void;

/** What every rule says about itself: one sentence each, for people who meet it for the first time. */
export interface Metadata {
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
  /** What is certainly right where the rule is violated. Rules whose cure might break something have none. */
  readonly fix?: Fix;
}

/** A value to set in the place of a violation. */
export interface Fix {
  /** Last key of the place; violations in other places are not mended. */
  readonly at: string;
  readonly value: boolean | string | readonly string[];
}

/** A rule about pods, whichever kind makes them: it sees each pod of a resource by itself. */
export interface PodRule extends Metadata {
  checkPod(pod: Pod, require: Require, settings: Settings): void;
}

/** A rule about Kubernetes objects: it sees each object of its kinds by itself, also as a patch or in a list. */
export interface ObjectRule extends Metadata {
  /** Kind, and its group unless it is core, as kubectl writes them without version: `Service`, `Deployment.apps`. */
  readonly kinds: readonly string[] | "all";
  checkObject(object: KubernetesObject, require: Require): void;
}

/** A rule about resources of certain Pulumi types. */
export interface TypeRule extends Metadata {
  readonly types: readonly string[];
  checkResource(resource: Resource, require: Require): void;
}

/** A rule that needs several resources at once, such as a workload and its disruption budget. */
export interface StackRule extends Metadata {
  /** `about` is the resource to blame. */
  checkStack(stack: Stack, about: (resource: Resource) => Require): void;
}

export type Rule = PodRule | ObjectRule | TypeRule | StackRule;
