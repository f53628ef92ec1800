import type { Field } from "../values/field.ts";
import { or, some, type Truth } from "../values/truth.ts";

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
