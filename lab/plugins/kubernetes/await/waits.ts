import { SKIP_AWAIT, WAIT_FOR, annotation, isAnnotated } from "../annotations.ts";
import { condition } from "../objects.ts";
import type { KubernetesObject } from "../objects.ts";
import { customResourceDefinition, namespace, resourceQuota } from "./cluster-objects.ts";
import { daemonSet } from "./daemon-set.ts";
import { deployment } from "./deployment.ts";
import { ingress } from "./ingress.ts";
import { job } from "./job.ts";
import { pod } from "./pod.ts";
import { service } from "./service.ts";
import { statefulSet } from "./stateful-set.ts";
import { READY, TEN_MINUTES, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";
import { persistentVolume, persistentVolumeClaim } from "./volumes.ts";
import { waitFor } from "./wait-for.ts";

/** Kinds that are waited for. Everything else is ready once it exists. */
const WAITS: Readonly<Record<string, Wait>> = {
  "apiextensions.k8s.io/CustomResourceDefinition": customResourceDefinition,
  "apps/DaemonSet": daemonSet,
  "apps/Deployment": deployment,
  "apps/StatefulSet": statefulSet,
  "batch/Job": job,
  "networking.k8s.io/Ingress": ingress,
  "/Namespace": namespace,
  "/PersistentVolume": persistentVolume,
  "/PersistentVolumeClaim": persistentVolumeClaim,
  "/Pod": pod,
  "/ResourceQuota": resourceQuota,
  "/Service": service,
};

/** With `PULUMI_K8S_AWAIT_ALL=true`: whatever has a Ready condition is waited for. */
const anyReady: Wait = {
  timeout: TEN_MINUTES,
  evaluate({ object }) {
    const ready = condition(object, "Ready");
    return !ready || ready.status === "True" ? READY : waiting(`Waiting for ${object.metadata.name ?? ""} to be ready`);
  },
};

/** How to wait for an object; undefined: not at all. What the program says comes before the kind's own way. */
export function waitOf(
  object: KubernetesObject,
  environment: Readonly<Record<string, string | undefined>>,
): Wait | undefined {
  if (isAnnotated(object, SKIP_AWAIT)) return undefined;
  const wanted = annotation(object, WAIT_FOR);
  if (wanted) return waitFor(wanted);
  const [group = ""] = object.apiVersion.includes("/") ? object.apiVersion.split("/") : [];
  return WAITS[`${group}/${object.kind}`] ?? (environment.PULUMI_K8S_AWAIT_ALL === "true" ? anyReady : undefined);
}
