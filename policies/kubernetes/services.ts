import type { Stack } from "../stack.ts";
import type { Field } from "../values/field.ts";
import { and, or, some, type Truth } from "../values/truth.ts";
import { sameNamespace } from "./namespace.ts";
import type { KubernetesObject } from "./objects.ts";
import type { Pod } from "./pods.ts";
import { selectsByMap } from "./selector.ts";

/** Whether a Service sends its traffic to the pod. */
export function serves(service: KubernetesObject, pod: Pod): Truth {
  const selector = service.fields.at("spec", "selector");
  return and(sameNamespace(service, pod.object), selectsByMap(selector, pod.metadata.at("labels")));
}

/** Whether any Service of the stack sends traffic to the pod. */
export function isServed(pod: Pod, stack: Stack): Truth {
  return some(stack.objectsOf("Service"), (service) => serves(service, pod));
}

/** Whether a container, or any of the pod, has a port of that number or name. */
export function hasPort(containers: readonly Field[], port: Field): Truth {
  const declared = containers.flatMap((container) => container.at("ports").items());
  if (port.unknown) return "unknown";
  return some(declared, (candidate) =>
    or(...[candidate.at("containerPort"), candidate.at("name")].map((field) => isSame(field, port))),
  );
}

function isSame(field: Field, port: Field): Truth {
  return field.test((value) => value !== undefined && (value === port.number || value === port.text));
}
