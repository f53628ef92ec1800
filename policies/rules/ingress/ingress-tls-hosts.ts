import { reliability } from "../../frameworks.ts";
import { INGRESSES } from "../../kubernetes/kinds.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { or, some, type Truth } from "../../values/truth.ts";

/** A host without a certificate gets the controller's own, which no browser trusts. Whether there is TLS at all is ingress-tls. */
export const rule: ObjectRule = {
  name: "ingress-tls-hosts",
  description: "The certificates of an Ingress should cover every host that it serves.",
  level: advisory,
  severity: "medium",
  framework: reliability,
  remediation: "List every host of spec.rules in the hosts of an entry of spec.tls.",
  url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
  kinds: INGRESSES,
  checkObject({ fields }, require) {
    const tls = fields.at("spec", "tls");
    if (tls.empty === true) return;
    for (const host of fields
      .at("spec", "rules")
      .items()
      .map((rule) => rule.at("host"))) {
      if (host.absent === true) continue;
      const covered = some(tls.items(), (entry) => covers(entry.at("hosts"), host));
      require(covered, host, "should be among the hosts of spec.tls, or browsers refuse the controller's own certificate");
    }
  },
};

/** An entry without hosts is for all of them; a wildcard covers one label. */
function covers(hosts: Field, host: Field): Truth {
  if (host.unknown) return "unknown";
  const wildcard = host.text?.replace(/^[^.]+/, "*");
  return or(
    hosts.empty,
    some(hosts.items(), (each) =>
      each.test((value) => value !== undefined && (value === host.text || value === wildcard)),
    ),
  );
}
