import type { Require } from "../rule.ts";
import type { Field } from "../values/field.ts";
import { and, not, or, some, type Truth } from "../values/truth.ts";

/**
 * The statements of an IAM policy document, which may be JSON text or an object, and holds one statement or a list.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(document: Field): readonly Field[] {
  return oneOrMany(document.json().at("Statement"));
}

/** What may stand alone or in a list. */
export function oneOrMany(field: Field): readonly Field[] {
  if (field.absent === true) return [];
  const items = field.items();
  return items.length > 0 || field.test(Array.isArray) === true ? items : [field];
}

export function allowsAnything(statement: Field): Truth {
  return statement.at("Effect").is("Allow");
}

/** Whether a statement is about everybody: principal `*`, or `AWS: *`. */
export function isForEverybody(statement: Field): Truth {
  const principal = statement.at("Principal");
  return or(
    principal.is("*"),
    some(oneOrMany(principal.at("AWS")), (who) => who.is("*")),
  );
}

/**
 * Whether a statement lets everybody in. A condition narrows it down, on an account, a VPC or an organisation; whether it
 * does so enough is not judged.
 */
export function letsEverybodyIn(statement: Field): Truth {
  return and(allowsAnything(statement), isForEverybody(statement), statement.at("Condition").absent);
}

/** Whether a list of a statement (Action, Resource) has a pattern that takes in the word. */
export function covers(list: Field, word: string): Truth {
  return some(oneOrMany(list), (pattern) => pattern.test((value) => typeof value === "string" && matches(value, word)));
}

/** Whether a statement allows the action, wherever. What it lists as NotAction it leaves out, and allows all else. */
export function allowsAction(statement: Field, action: string): Truth {
  const [listed, excluded] = [statement.at("Action"), statement.at("NotAction")];
  return and(
    allowsAnything(statement),
    or(covers(listed, action), and(not(excluded.absent), not(covers(excluded, action)))),
  );
}

/** Whether a statement is about every resource of every kind. */
export function isAboutEverything(statement: Field): Truth {
  return some(oneOrMany(statement.at("Resource")), (resource) => resource.is("*"));
}

/** IAM's patterns: `*` and `?`; actions are compared without regard to case. */
function matches(pattern: string, word: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern.toLowerCase() === word.toLowerCase();
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, "is").test(word);
}

/** Requires that a resource's policy lets nobody in who is not named. */
export function forbidsEverybody(document: Field, require: Require): void {
  for (const statement of statementsOf(document)) {
    const message = "must not be everybody without a condition: any AWS account may use it; name accounts or roles";
    require(not(letsEverybodyIn(statement)), statement.at("Principal"), message);
  }
}
