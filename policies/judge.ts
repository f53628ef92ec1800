import type { Resource, Require, Rule } from "./rule.ts";
import type { Finding, Subject } from "./verdict.ts";

/** What one rule found, before waivers. */
export interface Findings {
  /** Resources about which it stated a fact, and every such fact held. */
  readonly passed: number;
  readonly violations: readonly Finding[];
  readonly undetermined: readonly Finding[];
}

/** What a stack rule blames when it fails as a whole. */
const STACK: Subject = { type: "pulumi:pulumi:Stack", name: "stack" };

/** Puts resources to one rule. Never throws. */
export function judge(rule: Rule, resources: readonly Resource[]): Findings {
  const violations: Finding[] = [];
  const undetermined: Finding[] = [];
  /** Whether all facts held, by resource. */
  const compliant = new Map<Resource, boolean>();

  const about =
    (resource: Resource): Require =>
    (holds, { path, container }, message) => {
      compliant.set(resource, holds === true && compliant.get(resource) !== false);
      if (holds === true) return;
      const finding = { rule: rule.name, resource: subject(resource), container, path, message };
      if (holds === false) violations.push(finding);
      else undetermined.push({ ...finding, message: `not known before the update: ${message}` });
    };

  if ("checkStack" in rule) {
    const failure = failureOf(rule, STACK, () => rule.checkStack(resources, about));
    if (failure.length > 0) compliant.clear();
    violations.push(...failure);
  } else {
    for (const resource of resources) {
      const failure = failureOf(rule, subject(resource), () => rule.check(resource, about(resource)));
      if (failure.length > 0) compliant.set(resource, false);
      violations.push(...failure);
    }
  }
  return { passed: [...compliant.values()].filter(Boolean).length, violations, undetermined };
}

/**
 * Runs a check; one that throws is a violation, for what was not checked has not passed. The error's own text stays out
 * of the message: it may quote the value it stumbled over.
 */
function failureOf(rule: Rule, resource: Subject, check: () => void): Finding[] {
  try {
    check();
    return [];
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    const message = `the rule itself failed (${kind}), so nothing is known; report it, or waive it until it is mended`;
    return [{ rule: rule.name, resource, path: "", message }];
  }
}

function subject({ type, name, urn }: Resource): Subject {
  return { type, name, urn };
}
