import { rule } from "../../../../policies/rules/ingress/ingress-no-snippets.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const annotated = (annotations: unknown) => ({ metadata: { annotations } });

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "other annotations", annotated({ "nginx.ingress.kubernetes.io/rewrite-target": "/" })),
  violating: [
    "configuration-snippet",
    "server-snippet",
    "stream-snippet",
    "auth-snippet",
    "modsecurity-snippet",
    "lua-resty-waf",
  ].flatMap((name) =>
    onEach(rule.kinds, name, annotated({ [`nginx.ingress.kubernetes.io/${name}`]: "a" }), [
      `metadata.annotations.nginx.ingress.kubernetes.io/${name}`,
    ]),
  ),
  unknown: onEach(rule.kinds, "unknown annotations", annotated(UNKNOWN), ["metadata.annotations.?"]),
  malformed: onEach(rule.kinds, "annotations that are a list", annotated(["configuration-snippet"])),
};
