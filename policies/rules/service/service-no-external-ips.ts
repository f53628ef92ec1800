import { trivy } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Who sets an external IP takes over the traffic of the whole cluster to that address (CVE-2020-8554). */
export const rule: ObjectRule = {
  name: "service-no-external-ips",
  description: "No Service may claim external addresses.",
  level: mandatory,
  severity: "high",
  framework: trivy("KSV-0108"),
  remediation: "Remove externalIPs, and route to the Service through the gateway.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/#external-ips",
  kinds: ["Service"],
  checkObject({ fields }, require) {
    const addresses = fields.at("spec", "externalIPs");
    const none = or(
      addresses.absent,
      addresses.test((value) => Array.isArray(value) && value.length === 0),
    );
    require(none, addresses, "must be empty: it diverts the cluster's traffic to these addresses (CVE-2020-8554); use the gateway");
  },
};
