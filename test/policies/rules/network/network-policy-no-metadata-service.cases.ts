import { rule } from "../../../../policies/rules/network/network-policy-no-metadata-service.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const egress = (...to: unknown[]) => ({ spec: { egress: [{ to }] } });
const block = (cidr: unknown, except?: unknown) => ({ ipBlock: { cidr, except } });
const CIDR = "spec.egress[0].to[0].ipBlock.cidr";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "other addresses", egress(block("10.0.0.0/8"), block("fd00:1::/32"))),
    ...onEach(rule.kinds, "all but that", egress(block("0.0.0.0/0", ["10.0.0.0/8", "169.254.169.254/32"]))),
    ...onEach(rule.kinds, "all but what is around it", egress(block("0.0.0.0/0", ["169.254.0.0/16"]))),
  ],
  violating: [
    ...onEach(rule.kinds, "the address itself", egress(block("169.254.169.254/32")), [CIDR]),
    ...onEach(rule.kinds, "what is around it", egress(block("169.254.0.0/16", ["169.254.1.0/24"])), [CIDR]),
    ...onEach(rule.kinds, "everything, version 6", egress(block("::/0")), [CIDR]),
  ],
  unknown: [
    ...onEach(rule.kinds, "an unknown block", egress(block(UNKNOWN)), [CIDR]),
    ...onEach(rule.kinds, "unknown exceptions", egress(block("0.0.0.0/0", UNKNOWN)), [CIDR]),
  ],
  malformed: [
    ...onEach(
      rule.kinds,
      "blocks that are none",
      egress(block("everywhere"), block("0.0.0.0"), block("0.0.0.0/33"), block(0), "10.0.0.0/8"),
    ),
  ],
};
