import { reliability } from "../../frameworks.ts";
import { sameNamespace } from "../../kubernetes/namespace.ts";
import type { KubernetesObject } from "../../kubernetes/objects.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, some, type Truth } from "../../values/truth.ts";

/** Advice, for another stack may declare the Service. v1 says `service.name` where earlier versions said `serviceName`. */
export const rule: StackRule = {
  name: "ingress-backend-exists",
  description: "An Ingress should lead to Services of its stack.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Name a Service of the same namespace, as it is called in the cluster.",
  url: "https://kubernetes.io/docs/concepts/services-networking/ingress/",
  checkStack(stack, about) {
    const byName = Map.groupBy(stack.objectsOf("Service"), ({ fields }) => fields.at("metadata", "name").text);
    for (const ingress of stack.objectsOf("Ingress.networking.k8s.io", "Ingress.extensions")) {
      const backends = [
        ingress.fields.at("spec", "defaultBackend"),
        ...ingress.fields
          .at("spec", "rules")
          .items()
          .flatMap((rule) => rule.at("http", "paths").items())
          .map((path) => path.at("backend")),
      ];
      for (const name of backends.flatMap((backend) => [backend.at("service", "name"), backend.at("serviceName")])) {
        if (name.absent === true) continue;
        const named =
          name.text === undefined ? [] : [...(byName.get(name.text) ?? []), ...(byName.get(undefined) ?? [])];
        const exists = name.unknown ? "unknown" : some(named, (service) => leadsTo(ingress, name, service));
        about(ingress.resource)(
          exists,
          name,
          "should be a Service of this namespace and stack, or requests find nobody",
        );
      }
    }
  },
};

function leadsTo(ingress: KubernetesObject, name: Field, service: KubernetesObject): Truth {
  const own = service.fields.at("metadata", "name");
  return and(own.absent === false ? own.text === name.text : "unknown", sameNamespace(ingress, service));
}
