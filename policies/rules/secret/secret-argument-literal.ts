import { security } from "../../frameworks.ts";
import type { Container } from "../../kubernetes/containers.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { isCredential } from "../../secrets/credential.ts";
import type { Field } from "../../values/field.ts";

/** A command line is read by everything that can see the process, and is part of the pod spec besides. */
export const rule: PodRule = {
  name: "secret-argument-literal",
  description: "No command or argument may hold a credential in its text.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Let the program read the value from a mounted file, or from a variable that refers to a Secret.",
  url: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  checkPod({ containers }, require) {
    for (const [argument, previous] of containers.flatMap(argumentsOf)) {
      const holds = !argument.markedSecret && argument.test((text) => !isCredentialArgument(text, previous?.text));
      require(holds, argument, "must not hold a credential: command lines are seen by all; mount it from a Secret");
    }
  },
};

/** Every argument, with the one before it. */
function argumentsOf({ spec }: Container): [Field, Field | undefined][] {
  return ["command", "args"].flatMap((list) => {
    const items = spec.at(list).items();
    return items.map((item, index): [Field, Field | undefined] => [item, items[index - 1]]);
  });
}

/** `--password=…`, `PASSWORD=…`, or what follows `--password`. */
function isCredentialArgument(text: unknown, previous = ""): boolean {
  if (typeof text !== "string") return false;
  const [, name, value] = /^-{0,2}([A-Za-z][\w.-]*)=(.+)$/s.exec(text) ?? [];
  if (name !== undefined) return isCredential(name, value);
  const [, flag = ""] = /^-{1,2}([A-Za-z][\w.-]*)$/.exec(previous) ?? [];
  return isCredential(flag, text.startsWith("-") ? "" : text) || isCredential("", text);
}
