import { security } from "../../frameworks.ts";
import { INGRESSES } from "../../kubernetes/kinds.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** A default backend gets whatever nobody else asked for, and hides a mistyped host. */
export const rule: ObjectRule = {
  name: "ingress-no-default-backend",
  description: "No Ingress may have a default backend.",
  level: mandatoryInProd,
  severity: "low",
  framework: security,
  remediation: "Remove spec.defaultBackend, and route by host and path.",
  url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#default-backend",
  kinds: INGRESSES,
  checkObject({ fields }, require) {
    // `backend` is its name in extensions/v1beta1.
    for (const backend of ["defaultBackend", "backend"].map((name) => fields.at("spec", name))) {
      require(backend.absent, backend, "must not be set: it takes the requests that nobody claimed; route by host");
    }
  },
};
