import type { DeclaredResource } from "../../policies/evaluate.ts";
import { object, type Trial } from "./cases.ts";

/** A pod by itself: every kind that makes pods is judged alike (rules.test.ts). */
export function pod(spec: unknown, metadata: unknown = {}): DeclaredResource {
  return object("Pod", { metadata, spec });
}

/** A pod of one container with these fields. */
export function container(fields: object, list = "containers"): DeclaredResource {
  return pod({ [list]: [{ name: "app", ...fields }] });
}

/** The same trial for a container of each list; `finds` are paths in the container. */
export function inEachList(it: string, fields: object, finds: readonly string[] = [], lists = LISTS): Trial[] {
  return lists.map((list) => ({
    it: `${list}: ${it}`,
    given: container(fields, list),
    finds: finds.map((path) => `spec.${list}[0].${path}`),
  }));
}

const LISTS = ["initContainers", "containers", "ephemeralContainers"];

/** The same trial for the security context of a pod, and of a container of each list; `finds` are paths in there. */
export function inEachContext(it: string, context: unknown, finds: readonly string[] = []): Trial[] {
  const within = finds.map((path) => `securityContext.${path}`);
  return [
    { it: `pod: ${it}`, given: pod({ securityContext: context }), finds: within.map((path) => `spec.${path}`) },
    ...inEachList(it, { securityContext: context }, within),
  ];
}
