import { trivy } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { holdsCredential, isCredential } from "../../secrets/credential.ts";

/** ConfigMaps are neither encrypted at rest nor kept from those who may only look. */
export const rule: ObjectRule = {
  name: "secret-config-map-literal",
  description: "No ConfigMap may hold a credential, as a value or inside of a file.",
  level: mandatory,
  severity: "critical",
  framework: trivy("KSV-0109"),
  remediation: "Move the value to a Secret; let the file refer to an environment variable or to another file.",
  url: "https://kubernetes.io/docs/concepts/configuration/configmap/",
  kinds: ["ConfigMap"],
  checkObject({ fields }, require) {
    for (const { key, field } of fields.at("data").entries()) {
      const holds = !field.markedSecret && field.test((text) => !isCredential(key, text) && !holdsCredential(text));
      require(holds, field, "must not hold a credential: a ConfigMap is not encrypted and widely readable; use a Secret");
    }
  },
};
