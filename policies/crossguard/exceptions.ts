import type { StackValidationPolicy } from "@pulumi/policy";
import { type Finding, sentence, type WaivedFinding } from "../verdict.ts";
import type { Waiver } from "../waivers/waiver.ts";

/** What rules found besides violations; the engine shows a rule at a time, so it is kept until all have run. */
export class Exceptions {
  #errors: Finding[] = [];
  #undetermined: Finding[] = [];
  #waived: WaivedFinding[] = [];
  /** Whether any finding needed it, by waiver; equal waivers are one. */
  #needed = new Map<string, boolean>();

  note(found: {
    errors: readonly Finding[];
    undetermined: readonly Finding[];
    waived: readonly WaivedFinding[];
    waivers: readonly Waiver[];
    needed: readonly Waiver[];
  }): void {
    this.#errors.push(...found.errors);
    this.#undetermined.push(...found.undetermined);
    this.#waived.push(...found.waived);
    for (const waiver of found.waivers) {
      const key = JSON.stringify(waiver);
      this.#needed.set(key, found.needed.includes(waiver) || this.#needed.get(key) === true);
    }
  }

  /** Failures of rules since the last call. */
  takeErrors(): readonly Finding[] {
    const taken = this.#errors;
    this.#errors = [];
    return taken;
  }

  /** All else that was noted, which is forgotten: one process may serve a preview and then the update. */
  take(): { undetermined: readonly Finding[]; waived: readonly WaivedFinding[]; unused: readonly Waiver[] } {
    const unneeded = [...this.#needed].filter(([, needed]) => !needed);
    const taken = {
      undetermined: this.#undetermined,
      waived: this.#waived,
      unused: unneeded.map(([waiver]) => JSON.parse(waiver) as Waiver),
    };
    this.#undetermined = [];
    this.#waived = [];
    this.#needed = new Map();
    return taken;
  }
}

/** Name of the policy that reports exceptions; it is not a rule, and cannot be waived. */
export const EXCEPTIONS_POLICY = "policy-exceptions";

/**
 * Says at the end of a preview or an update what the rules kept silent about: facts that depend on unknown values,
 * findings that a waiver accepts, and waivers that nothing needs. The engine skips it if a mandatory rule is violated.
 */
export function exceptionsPolicy(exceptions: Exceptions): StackValidationPolicy {
  return {
    name: EXCEPTIONS_POLICY,
    description: "What the pack could not judge yet, or was told to accept.",
    enforcementLevel: "advisory",
    severity: "low",
    remediationSteps:
      "The update judges what is unknown now; mend what is waived, and remove waivers that nothing needs.",
    validateStack(_, report) {
      const { undetermined, waived, unused } = exceptions.take();
      for (const finding of undetermined) report(`${finding.rule}: ${sentence(finding)}`, finding.resource.urn);
      for (const finding of waived) {
        const { owner, expires, ticket, reason } = finding.waiver;
        const by = `waived by ${owner} until ${expires} (${ticket}): ${reason}`;
        report(`${finding.rule}: ${sentence(finding)}; ${by}`, finding.resource.urn);
      }
      for (const { rule, resource, ticket } of unused) {
        report(`${rule}: the waiver for ${resource} (${ticket}) is not needed; remove it`);
      }
    },
  };
}
