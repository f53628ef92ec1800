import { security } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, every, not, or, type Truth } from "../../values/truth.ts";

/** How clouds are told to make a load balancer without a public address: annotation and value. */
const INTERNAL = [
  ["service.beta.kubernetes.io/aws-load-balancer-scheme", "internal"],
  ["service.beta.kubernetes.io/aws-load-balancer-internal", "true"],
  ["networking.gke.io/load-balancer-type", "Internal"],
  ["cloud.google.com/load-balancer-type", "Internal"],
  ["service.beta.kubernetes.io/azure-load-balancer-internal", "true"],
  ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "intranet"],
] as const;
const EVERYWHERE = ["0.0.0.0/0", "::/0"];

/** One gateway takes what comes from outside; other load balancers are for the inside, or for known addresses. */
export const rule: ObjectRule = {
  name: "service-load-balancer-internal",
  description: "A load balancer must be internal, or open to known addresses only.",
  level: mandatoryInProd,
  severity: "high",
  framework: security,
  remediation:
    "Set the cloud's annotation for an internal load balancer, or spec.loadBalancerSourceRanges; waive the one public gateway.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer",
  kinds: ["Service"],
  checkObject({ fields }, require) {
    const type = fields.at("spec", "type");
    if (not(type.is("LoadBalancer")) === true) return;
    const annotations = fields.at("metadata", "annotations");
    const internal = INTERNAL.map(([key, value]) => annotations.at(key).is(value));
    const holds = or(
      not(type.is("LoadBalancer")),
      ...internal,
      isNarrow(fields.at("spec", "loadBalancerSourceRanges")),
    );
    require(holds, type, "must be internal or limited to known addresses, or it is open to the internet past the gateway");
  },
};

function isNarrow(ranges: Field): Truth {
  const some = ranges.test((value) => Array.isArray(value) && value.length > 0);
  return and(
    some,
    every(ranges.items(), (range) => not(range.isOneOf(EVERYWHERE))),
  );
}
