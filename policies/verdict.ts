import type { Environment, Level, Severity } from "./rule.ts";
import type { Waiver } from "./waivers/waiver.ts";

/** The resource that a finding is about. */
export interface Subject {
  readonly type: string;
  readonly name: string;
  readonly urn?: string | undefined;
}

/** One fact that does not hold, or cannot be judged yet. */
export interface Finding {
  readonly rule: string;
  readonly resource: Subject;
  /** Name of the container, if the fact is about one. */
  readonly container?: string | undefined;
  /** Path of the field in the resource's inputs; empty for the resource as a whole. */
  readonly path: string;
  /** Why it matters, and the fix. */
  readonly message: string;
}

export interface WaivedFinding extends Finding {
  readonly waiver: Waiver;
}

/** What one rule found. */
export interface RuleVerdict {
  readonly rule: string;
  readonly description: string;
  /** How to comply, and where to read more. */
  readonly remediation: string;
  readonly url?: string | undefined;
  readonly level: Level;
  readonly severity: Severity;
  /** Resources that the rule concerns and that comply. */
  readonly passed: number;
  readonly failed: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly undetermined: readonly Finding[];
}

/** What the pack found on a stack. */
export interface Verdict {
  readonly environment: Environment;
  /** How many resources were looked at. */
  readonly resources: number;
  readonly rules: readonly RuleVerdict[];
  /** Waivers that no finding needed: each is a hole waiting for one. */
  readonly unusedWaivers: readonly Waiver[];
  /** Whether a mandatory rule is violated. */
  readonly blocked: boolean;
}

/** A finding in one line: where, then why and the fix. */
export function sentence({ container, path, message }: Finding): string {
  const where = [container && `container ${container}`, path].filter(Boolean).join(", ");
  return where ? `${where}: ${message}` : message;
}
