import { security } from "../../frameworks.ts";
import { INGRESSES } from "../../kubernetes/kinds.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Without it credentials cross the network in the clear. */
export const rule: ObjectRule = {
  name: "ingress-tls",
  description: "Every Ingress must serve TLS.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation: "Set spec.tls with the hosts and the Secret of their certificate.",
  url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
  kinds: INGRESSES,
  checkObject({ fields }, require) {
    const tls = fields.at("spec", "tls");
    const serves = tls.test((value) => Array.isArray(value) && value.length > 0);
    require(serves, tls, "must hold a certificate's Secret, or requests and their credentials travel in the clear");
  },
};
