import { security } from "../../frameworks.ts";
import { INGRESSES } from "../../kubernetes/kinds.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Of ingress-nginx, and of NGINX's own controller. */
const SNIPPET = /^nginx\.(?:ingress\.kubernetes\.io|org)\/.*(?:snippet|lua)/;

/** A snippet runs in the controller, which may read every Secret of the cluster (CVE-2021-25742). */
export const rule: ObjectRule = {
  name: "ingress-no-snippets",
  description: "No Ingress may put configuration of its own into the controller.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Use the annotation made for the purpose, or a route of the gateway.",
  url: "https://github.com/kubernetes/kubernetes/issues/126811",
  kinds: INGRESSES,
  checkObject({ fields }, require) {
    for (const { key, field } of fields.at("metadata", "annotations").entries()) {
      const holds = field.unknown && key === "?" ? "unknown" : !SNIPPET.test(key);
      require(holds, field, "must not be set: a snippet runs in the controller, which may read all Secrets (CVE-2021-25742)");
    }
  },
};
