import { POLICY_ERROR } from "./policy-error.ts";
import type { Resource } from "./resource.ts";
import type { Require, Rule } from "./rule.ts";
import type { Stack } from "./stack.ts";
import type { Finding, Subject } from "./verdict.ts";

/** What one rule found, before waivers. */
export interface Findings {
  /** Resources about which it stated a fact, and every such fact held. */
  readonly passed: number;
  readonly violations: readonly Finding[];
  readonly undetermined: readonly Finding[];
  /** Where the rule itself failed; of {@link POLICY_ERROR}. */
  readonly errors: readonly Finding[];
}

/** What a stack rule blames when it fails as a whole. */
const STACK: Subject = { type: "pulumi:pulumi:Stack", name: "stack" };

/** Puts to one rule what of the stack concerns it. Never throws. */
export function judge(rule: Rule, stack: Stack): Findings {
  const judgement = new Judgement(rule);
  ask(rule, stack, judgement);
  return judgement.findings();
}

/** Who hears what a rule has to say. */
export interface Hearing {
  /** Takes the rule's facts about a resource. */
  readonly about: (resource: Resource) => Require;
  /** Runs one check, of a resource or of the whole stack. */
  readonly run: (resource: Resource | undefined, check: () => void) => void;
}

/** Shows a rule what concerns it, each thing by itself. */
export function ask(rule: Rule, stack: Stack, { about, run }: Hearing): void {
  if ("checkPod" in rule) {
    for (const pod of stack.pods) {
      const { resource } = pod.object;
      run(resource, () => rule.checkPod(pod, about(resource), stack.settings));
    }
  } else if ("checkObject" in rule) {
    for (const object of rule.kinds === "all" ? stack.objects : stack.objectsOf(...rule.kinds)) {
      run(object.resource, () => rule.checkObject(object, about(object.resource)));
    }
  } else if ("checkResource" in rule) {
    for (const resource of stack.ofType(...rule.types)) {
      run(resource, () => rule.checkResource(resource, about(resource)));
    }
  } else {
    run(undefined, () => rule.checkStack(stack, about));
  }
}

class Judgement implements Hearing {
  readonly #rule: Rule;
  readonly #violations: Finding[] = [];
  readonly #undetermined: Finding[] = [];
  readonly #errors: Finding[] = [];
  /** Whether all facts held, by resource. */
  readonly #compliant = new Map<Resource, boolean>();

  constructor(rule: Rule) {
    this.#rule = rule;
  }

  readonly about =
    (resource: Resource): Require =>
    (holds, place, message) => {
      this.#compliant.set(resource, holds === true && this.#compliant.get(resource) !== false);
      if (holds === true) return;
      const { path, container } = place;
      const finding = { rule: this.#rule.name, resource: subject(resource), container, path, message };
      if (holds === false) this.#violations.push(finding);
      else this.#undetermined.push({ ...finding, message: `not known before the update: ${message}` });
    };

  /** Runs a check. The text of what it throws stays out of the message: it may quote the value it stumbled over. */
  readonly run = (resource: Resource | undefined, check: () => void): void => {
    try {
      check();
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      const message = `rule ${this.#rule.name} failed (${kind}), so nothing is known; report it, or waive it until it is mended`;
      this.#errors.push({ rule: POLICY_ERROR.name, resource: resource ? subject(resource) : STACK, path: "", message });
      if (resource) this.#compliant.set(resource, false);
      else this.#compliant.clear();
    }
  };

  findings(): Findings {
    const passed = [...this.#compliant.values()].filter(Boolean).length;
    return { passed, violations: this.#violations, undetermined: this.#undetermined, errors: this.#errors };
  }
}

function subject({ type, name, urn }: Resource): Subject {
  return { type, name, urn };
}
