import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { isCredential } from "../../secrets/credential.ts";
import type { Field } from "../../values/field.ts";
import { and, not, or, type Truth } from "../../values/truth.ts";

/**
 * What stands in a pod spec is read by everybody who may list pods, and kept in the state of the program. A value that the
 * program marked as secret is one whatever it is called.
 */
export const rule: PodRule = {
  name: "secret-env-literal",
  description: "No environment variable may hold a credential in its text.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Put the value into a Secret, and mount it as a file or refer to it with valueFrom.secretKeyRef.",
  url: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      for (const variable of spec.at("env").items()) {
        const value = variable.at("value");
        const holds = not(or(value.markedSecret, isCredentialOf(variable.at("name"), value)));
        require(holds, value, "must not hold a credential: whoever may list pods reads it; mount it from a Secret");
      }
    }
  },
};

/** While the name is unknown, what would be one under the name of a password may be one. */
function isCredentialOf(name: Field, value: Field): Truth {
  const under = (each: string) => value.test((text) => isCredential(each, text));
  return name.unknown ? or(under(""), and(under("PASSWORD"), "unknown")) : under(name.text ?? "");
}
