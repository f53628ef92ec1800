import type { ServiceSpec } from "./spec.ts";

export const verticalPodAutoscaler = { apiVersion: "autoscaling.k8s.io/v1", kind: "VerticalPodAutoscaler" };

/** Recommends requests in its status, and leaves it to people to write them into the stack file. */
export function recommenderSpec({ name, kind }: Pick<ServiceSpec, "name" | "kind">) {
  return { targetRef: { apiVersion: "apps/v1", kind, name }, updatePolicy: { updateMode: "Off" } };
}
