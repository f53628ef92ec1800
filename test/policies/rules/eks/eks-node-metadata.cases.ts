import { rule } from "../../../../policies/rules/eks/eks-node-metadata.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const options = (metadataOptions: unknown) => ({ metadataOptions });
const good = { httpTokens: "required", httpPutResponseHopLimit: 1 };
const TOKENS = "metadataOptions.httpTokens";
const LIMIT = "metadataOptions.httpPutResponseHopLimit";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "tokens, and one hop", options(good))],
  violating: [
    ...onEach(rule.types, "not said", {}, [TOKENS, LIMIT]),
    ...onEach(rule.types, "without tokens", options({ ...good, httpTokens: "optional" }), [TOKENS]),
    ...onEach(rule.types, "two hops", options({ ...good, httpPutResponseHopLimit: 2 }), [LIMIT]),
  ],
  unknown: [...onEach(rule.types, "an unknown limit", options({ ...good, httpPutResponseHopLimit: UNKNOWN }), [LIMIT])],
  malformed: [...onEach(rule.types, "text", options("required"), [TOKENS, LIMIT])],
};
