import type { Field } from "../values/field.ts";
import type { Truth } from "../values/truth.ts";
import type { Pod } from "./pods.ts";

/** The security contexts of a pod: its own, then its containers'. */
export function securityContextsOf({ spec, containers }: Pod): Field[] {
  return [spec, ...containers.map((container) => container.spec)].map((holder) => holder.at("securityContext"));
}

/** Whether a pod says that it is for Windows, which lacks much that Linux confines containers with (KEP-2802). */
export function isWindows({ spec }: Pod): Truth {
  return spec.at("os", "name").is("windows");
}
