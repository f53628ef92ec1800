import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

/** A node port is open on every node, past the gateway, its TLS and its limits. */
export const rule: ObjectRule = {
  name: "service-no-node-port",
  description: "No Service may open a port on every node.",
  level: mandatory,
  severity: "medium",
  framework: security,
  remediation: "Use type ClusterIP, and route to it through the gateway.",
  url: "https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport",
  kinds: ["Service"],
  checkObject({ fields }, require) {
    const type = fields.at("spec", "type");
    const holds = not(type.is("NodePort"));
    require(holds, type, "must not be NodePort: it opens a port on every node, past the gateway; use ClusterIP");
  },
};
