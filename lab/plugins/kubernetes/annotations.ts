import { isMap } from "../protocol/values.ts";
import { at } from "./objects.ts";

/** The annotations by which a program speaks to the provider. @see https://www.pulumi.com/registry/packages/kubernetes/installation-configuration/ */
export const AUTONAMED = "pulumi.com/autonamed";
export const SKIP_AWAIT = "pulumi.com/skipAwait";
export const TIMEOUT_SECONDS = "pulumi.com/timeoutSeconds";
export const WAIT_FOR = "pulumi.com/waitFor";
export const DELETION_PROPAGATION = "pulumi.com/deletionPropagationPolicy";
export const REPLACE_UNREADY = "pulumi.com/replaceUnready";
export const PATCH_FIELD_MANAGER = "pulumi.com/patchFieldManager";
export const PATCH_FORCE = "pulumi.com/patchForce";

/** The value of an annotation; undefined where there is none or it is not known yet. */
export function annotation(object: unknown, name: string): string | undefined {
  const annotations = at(object, "metadata", "annotations");
  const value = isMap(annotations) ? annotations[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** True when the annotation says "true". */
export function isAnnotated(object: unknown, name: string): boolean {
  return annotation(object, name)?.toLowerCase() === "true";
}

/** How dependents go with the object; foreground: it is gone when they are. */
export function propagationPolicy(object: unknown): "Foreground" | "Background" | "Orphan" {
  switch (annotation(object, DELETION_PROPAGATION)?.toLowerCase()) {
    case "orphan":
      return "Orphan";
    case "background":
      return "Background";
    case undefined:
    default:
      return "Foreground";
  }
}

/** How long to wait, in seconds: the resource option, else the annotation, else the kind's own. */
export function timeoutOf(object: unknown, option: number, kindDefault: number): number {
  if (option > 0) return option;
  const seconds = Number(annotation(object, TIMEOUT_SECONDS));
  return Number.isInteger(seconds) && seconds > 0 ? seconds : kindDefault;
}
