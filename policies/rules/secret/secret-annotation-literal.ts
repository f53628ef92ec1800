import { security } from "../../frameworks.ts";
import { podsOf } from "../../kubernetes/pods.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { hasKnownFormat, isCredential } from "../../secrets/credential.ts";

/** Annotations of the object and of the pods it makes: they are shown wherever the object is. */
export const rule: ObjectRule = {
  name: "secret-annotation-literal",
  description: "No annotation may hold a credential.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Move the value to a Secret, and let the annotation name that.",
  url: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  kinds: "all",
  checkObject(object, require) {
    const metadata = new Set([object.fields.at("metadata"), ...podsOf(object).map((pod) => pod.metadata)]);
    for (const annotations of [...metadata].map((each) => each.at("annotations"))) {
      for (const { key, field } of annotations.entries()) {
        const holds = !field.markedSecret && field.test((text) => !isLeaked(key, text));
        require(holds, field, "must not hold a credential: annotations are shown to all; name a Secret instead");
      }
    }
  },
};

/** Where a key ends in `secret`, the value names one (`auth-secret` of ingress-nginx). */
function isLeaked(key: string, text: unknown): boolean {
  if (/secrets?$/i.test(key)) return typeof text === "string" && hasKnownFormat(text);
  return isCredential(key, text);
}
