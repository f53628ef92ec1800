import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { DaemonSet, Deployment, StatefulSet } from "@pulumi/kubernetes/apps/v1/index.js";
import { Service as CoreService } from "@pulumi/kubernetes/core/v1/index.js";
import type { apps, core, meta } from "@pulumi/kubernetes/types/input.js";
import { notAwaited } from "../workload/address.ts";
import { claimsOf, claimSpec } from "../workload/claims.ts";
import { selectorLabels } from "../workload/labels.ts";
import { peersName } from "../workload/names.ts";
import { MIN_READY, REVISION_HISTORY } from "../workload/rollout.ts";
import { podTemplate, programLabels, type PodAdditions } from "./pods.ts";
import type { ProgramSpec } from "./spec.ts";

/** What the resources of a program have in common. */
export interface Registration {
  /** Name of the component. */
  component: string;
  spec: ProgramSpec;
  metadata: meta.v1.ObjectMeta;
  options: CustomResourceOptions;
}

/** Registers what runs the pods, and for a StatefulSet the names of the single ones. */
export function registerPods(registration: Registration, additions: PodAdditions): Resource {
  const { component, spec, options } = registration;
  const metadata = { ...registration.metadata, annotations: awaited(spec) };
  switch (spec.kind) {
    case "Deployment":
      return new Deployment(component, { metadata, spec: deploymentSpec(spec, additions) }, options);
    case "StatefulSet":
      registerPeers(registration);
      return new StatefulSet(component, { metadata, spec: statefulSetSpec(spec, additions) }, options);
    case "DaemonSet":
      return new DaemonSet(component, { metadata, spec: daemonSetSpec(spec, additions) }, options);
  }
}

/** Kubernetes' own verdict comes first: Pulumi waits a little longer than all pods may take, one after the other. */
function awaited({ kind, replicas, grace, probes: { startup = 60 } }: ProgramSpec): Record<string, string> {
  if (kind === "DaemonSet") return {};
  return { "pulumi.com/timeoutSeconds": `${Math.max(180, replicas * (grace + startup + MIN_READY) + 60)}` };
}

function deploymentSpec(spec: ProgramSpec, additions: PodAdditions): apps.v1.DeploymentSpec {
  return {
    replicas: spec.replicas,
    revisionHistoryLimit: REVISION_HISTORY,
    progressDeadlineSeconds: Math.max(120, 2 * (spec.probes.startup ?? 60)),
    minReadySeconds: MIN_READY,
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    selector: { matchLabels: selectorLabels(spec.name) },
    template: podTemplate(spec, additions),
  };
}

function statefulSetSpec(spec: ProgramSpec, additions: PodAdditions): apps.v1.StatefulSetSpec {
  const templates = claimsOf(spec.volumes).map(({ name, claim }): core.v1.PersistentVolumeClaim => ({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, labels: programLabels(spec.name) },
    spec: claimSpec(claim),
  }));
  return {
    replicas: spec.replicas,
    serviceName: peersName(spec.name),
    podManagementPolicy: "Parallel",
    revisionHistoryLimit: REVISION_HISTORY,
    minReadySeconds: MIN_READY,
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 0 } },
    selector: { matchLabels: selectorLabels(spec.name) },
    template: podTemplate(spec, additions),
    ...(templates.length > 0 && {
      volumeClaimTemplates: templates,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
    }),
  };
}

/** The old pod goes first: two of them would want the same port or files of the node. */
function daemonSetSpec(spec: ProgramSpec, additions: PodAdditions): apps.v1.DaemonSetSpec {
  return {
    revisionHistoryLimit: REVISION_HISTORY,
    minReadySeconds: MIN_READY,
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    selector: { matchLabels: selectorLabels(spec.name) },
    template: podTemplate(spec, additions),
  };
}

function registerPeers({ component, spec, metadata, options }: Registration): void {
  const peers = { clusterIP: "None", publishNotReadyAddresses: true, ...portsOf(spec) };
  new CoreService(
    peersName(component),
    { metadata: { ...metadata, name: peersName(spec.name), annotations: notAwaited }, spec: peers },
    options,
  );
}

/** The stable address of the pods. */
export function addressSpec(spec: ProgramSpec): core.v1.ServiceSpec {
  return { type: "ClusterIP", ...portsOf(spec) };
}

function portsOf({ name, ports }: ProgramSpec): Pick<core.v1.ServiceSpec, "selector" | "ports"> {
  return {
    selector: selectorLabels(name),
    ports: ports.map(({ name, port, appProtocol = "http" }) => ({ name, port, appProtocol, targetPort: name })),
  };
}
