import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { isCredential } from "../../secrets/credential.ts";

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
        const [name, value] = [variable.at("name").text ?? "", variable.at("value")];
        const holds = !value.markedSecret && value.test((text) => !isCredential(name, text));
        require(holds, value, "must not hold a credential: whoever may list pods reads it; mount it from a Secret");
      }
    }
  },
};
