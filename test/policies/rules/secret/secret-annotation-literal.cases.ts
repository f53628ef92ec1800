import { rule } from "../../../../policies/rules/secret/secret-annotation-literal.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const annotated = (annotations: unknown) => object("Ingress.networking.k8s.io", { metadata: { annotations } });

export const cases: RuleCases = {
  rule,
  compliant: [
    {
      it: "names and hashes",
      given: annotated({ "nginx.example/auth-secret": "basic", "checksum/token": "0123abcd" }),
    },
  ],
  violating: [
    {
      it: "a password",
      given: annotated({ "proxy.example/password": "hunter2" }),
      finds: ["metadata.annotations.proxy.example/password"],
    },
    {
      it: "of a pod template",
      given: object("Deployment.apps", {
        spec: { template: { metadata: { annotations: { token: "abcd1234" } }, spec: {} } },
      }),
      finds: ["spec.template.metadata.annotations.token"],
    },
  ],
  unknown: [
    { it: "an unknown value", given: annotated({ token: UNKNOWN }), finds: ["metadata.annotations.token"] },
    { it: "unknown annotations", given: annotated(UNKNOWN), finds: ["metadata.annotations.?"] },
  ],
  malformed: [{ it: "annotations that are a list", given: annotated(["token=abcd1234"]) }],
};
