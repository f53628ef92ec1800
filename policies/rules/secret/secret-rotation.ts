import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { and, not } from "../../values/truth.ts";

/** An interval of 0 reads the store once and never again, so that a rotated credential never arrives. */
export const rule: ObjectRule = {
  name: "secret-rotation",
  description: "External secrets should be read again, so that a rotated value arrives.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Set spec.refreshInterval, such as 1h.",
  url: "https://external-secrets.io/latest/api/externalsecret/",
  kinds: ["ExternalSecret.external-secrets.io"],
  checkObject({ fields }, require) {
    const interval = fields.at("spec", "refreshInterval");
    const once = interval.test((value) => /^0+[a-z]*$/.test(String(value)));
    const never = fields.at("spec", "refreshPolicy").is("CreatedOnce");
    const holds = and(not(once), not(never));
    require(holds, interval, "should be more than 0, or a rotated value never arrives; set it to 1h");
  },
};
