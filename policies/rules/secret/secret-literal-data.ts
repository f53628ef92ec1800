import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { Resource } from "../../resource.ts";
import type { ObjectRule } from "../../rule.ts";
import { and, or } from "../../values/truth.ts";

/** Components that read manifests from files: what they hold as a Secret stands in the clear in a repository. */
const FROM_FILES = /(?:^|[:$])kubernetes:(?:yaml|kustomize|helm\.sh)[:/]/;

/**
 * A Secret's values come to policies in plain text, so a literal cannot be told from a value out of an encrypted
 * configuration by its looks. What can be told: whether the program marked the value as secret, so that the state encrypts
 * it, and whether the object was read from a file. A literal that a program wraps in a secret itself is not seen.
 */
export const rule: ObjectRule = {
  name: "secret-literal-data",
  description: "Values of a Secret must be marked as secret by the program, and never come from a manifest file.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Take the value from `config.requireSecret`, or use an ExternalSecret, which holds no value at all.",
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  kinds: ["Secret"],
  checkObject({ fields, resource }, require) {
    for (const { field } of [...fields.at("data").entries(), ...fields.at("stringData").entries()]) {
      const empty = or(field.absent, field.is(""));
      const safe = or(empty, and(field.secret, !isFromFile(resource)));
      require(safe, field, "must be a secret output of the program, or it stands in the clear; take it from an encrypted store");
    }
  },
};

/** Told by the component that declared it; without an URN nobody knows. */
function isFromFile({ urn = "" }: Resource): boolean {
  const [, , types = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
  return FROM_FILES.test(types);
}
