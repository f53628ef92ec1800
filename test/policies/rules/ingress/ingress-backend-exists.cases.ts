import { rule } from "../../../../policies/rules/ingress/ingress-backend-exists.ts";
import { object, type RuleCases } from "../../cases.ts";
import { service } from "../../stack-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const ingress = (backend: object, namespace = "shop") =>
  object(
    "Ingress.networking.k8s.io",
    { metadata: { namespace }, spec: { rules: [{ http: { paths: [{ backend }] } }] } },
    "ingress",
  );
const v1 = (name: unknown) => ({ service: { name, port: { number: 80 } } });
const FOUND = ["ingress: spec.rules[0].http.paths[0].backend.service.name"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "as v1 says it", given: [ingress(v1("orders")), service()] },
    { it: "as earlier versions said it", given: [ingress({ serviceName: "orders", servicePort: 80 }), service()] },
  ],
  violating: [
    { it: "another name", given: [ingress(v1("order")), service()], finds: FOUND },
    { it: "another namespace", given: [ingress(v1("orders"), "other"), service()], finds: FOUND },
    {
      it: "by default",
      given: [object("Ingress.networking.k8s.io", { spec: { defaultBackend: v1("none") } }, "ingress"), service()],
      finds: ["ingress: spec.defaultBackend.service.name"],
    },
  ],
  unknown: [
    { it: "the name", given: [ingress(v1(UNKNOWN)), service()], finds: FOUND },
    {
      it: "the Service's name, which Pulumi makes",
      given: [ingress(v1("orders")), service({}, { name: undefined })],
      finds: FOUND,
    },
  ],
  malformed: [{ it: "a number", given: [ingress(v1(7)), service()], finds: FOUND }],
};
