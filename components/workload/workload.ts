import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { DaemonSet, Deployment, StatefulSet } from "@pulumi/kubernetes/apps/v1/index.js";
import { PersistentVolumeClaim, Service as CoreService } from "@pulumi/kubernetes/core/v1/index.js";
import type { meta } from "@pulumi/kubernetes/types/input.js";
import { notAwaited, peersSpec } from "./address.ts";
import { claimsOf, claimSpec } from "./claims.ts";
import { daemonSetSpec } from "./daemon-set.ts";
import { deploymentSpec } from "./deployment.ts";
import { claimName, peersName } from "./names.ts";
import type { PodAdditions } from "./pods.ts";
import { awaitAnnotations } from "./rollout.ts";
import type { ServiceSpec } from "./spec.ts";
import { statefulSetSpec } from "./stateful-set.ts";

/** What the resources of a service have in common. */
interface Registration {
  /** Name of the component. */
  component: string;
  spec: ServiceSpec;
  metadata: meta.v1.ObjectMeta;
  options: CustomResourceOptions;
}

/**
 * Registers what runs the pods, after what these need: the claim that they share, or the names of their peers.
 *
 * @param before what must be there when the first pod starts
 */
export function registerWorkload(registration: Registration, before: Resource[], additions?: PodAdditions): Resource {
  const { component, spec } = registration;
  const metadata = { ...registration.metadata, annotations: awaitAnnotations(spec) };
  const after = (needed: Resource[]) => ({ ...registration.options, dependsOn: [...before, ...needed] });
  switch (spec.kind) {
    case "Deployment":
      return new Deployment(
        component,
        { metadata, spec: deploymentSpec(spec, additions) },
        after(registerClaims(registration)),
      );
    case "StatefulSet":
      return new StatefulSet(
        component,
        { metadata, spec: statefulSetSpec(spec, additions) },
        after([registerPeers(registration)]),
      );
    case "DaemonSet":
      return new DaemonSet(component, { metadata, spec: daemonSetSpec(spec, additions) }, after([]));
  }
}

/** Bound when the first pod is scheduled, so that there is nothing to wait for before. */
function registerClaims({ component, spec, metadata, options }: Registration): Resource[] {
  const retainOnDelete = spec.claimRetention?.whenDeleted !== "Delete";
  return claimsOf(spec.volumes).map(
    ({ name, claim }) =>
      new PersistentVolumeClaim(
        claimName(component, name),
        {
          metadata: { ...metadata, name: claimName(spec.name, name), annotations: notAwaited },
          spec: claimSpec(claim),
        },
        { ...options, retainOnDelete },
      ),
  );
}

function registerPeers({ component, spec, metadata, options }: Registration): Resource {
  return new CoreService(
    peersName(component),
    { metadata: { ...metadata, name: peersName(spec.name), annotations: notAwaited }, spec: peersSpec(spec) },
    options,
  );
}
