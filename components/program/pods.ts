import type { core } from "@pulumi/kubernetes/types/input.js";
import { environmentVariables, imagePullPolicy } from "../workload/containers.ts";
import { recommendedLabels, selectorLabels } from "../workload/labels.ts";
import { antiAffinity, topologySpread } from "../workload/placement.ts";
import { goRuntime, resourceRequirements } from "../workload/resources.ts";
import { containerSecurity, podSecurity } from "../workload/security.ts";
import { preStop } from "../workload/shutdown.ts";
import { programProbes } from "./probes.ts";
import type { ProgramSpec } from "./spec.ts";

/** What the rest of a program brings to its pods. */
export interface PodAdditions {
  volumes: core.v1.Volume[];
  mounts: core.v1.VolumeMount[];
  env: core.v1.EnvVar[];
}

/** Seconds until every node has forgotten a pod that is going away. */
const PROPAGATION = 5;

/** Runs everywhere and before everything else: what watches a node must not be what the node has no room for. */
const onEveryNode: Partial<core.v1.PodSpec> = {
  tolerations: [{ operator: "Exists" }],
  priorityClassName: "system-node-critical",
};

export function podTemplate(spec: ProgramSpec, additions: PodAdditions): core.v1.PodTemplateSpec {
  const { name, kind, rules, hostNetwork, runAsGroup, grace, volumes } = spec;
  const sources = [...volumes.flatMap(podVolume), ...additions.volumes];
  return {
    metadata: { labels: programLabels(name) },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: rules.length > 0,
      enableServiceLinks: false,
      securityContext: { ...podSecurity, ...(runAsGroup !== undefined && { runAsGroup }) },
      // The kubelet counts from the preStop hook on, the program from its signal on.
      terminationGracePeriodSeconds: PROPAGATION + grace,
      // Names of the cluster stay names of the cluster, also in the network of the node.
      ...(hostNetwork && { hostNetwork, dnsPolicy: "ClusterFirstWithHostNet" }),
      ...(kind === "DaemonSet" && onEveryNode),
      ...(spec.replicas > 1 && apart(spec)),
      containers: [container(spec, additions)],
      ...(sources.length > 0 && { volumes: sources }),
    },
  };
}

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export function programLabels(name: string): Record<string, string> {
  return recommendedLabels(name, "platform");
}

function container(spec: ProgramSpec, additions: PodAdditions): core.v1.Container {
  const { name, image, args, ports, resources, volumes } = spec;
  const mounts = [...volumes.map(mount), ...additions.mounts];
  return {
    name,
    image,
    imagePullPolicy,
    ...(args && { args }),
    ports: ports.map(({ name, port }) => ({ name, containerPort: port, ...(spec.hostNetwork && { hostPort: port }) })),
    env: [...environment(spec), ...additions.env],
    resources: resourceRequirements(resources),
    securityContext: containerSecurity,
    lifecycle: preStop({ propagation: PROPAGATION, drain: spec.grace, grace: spec.grace }),
    ...programProbes(spec.probes),
    ...(mounts.length > 0 && { volumeMounts: mounts }),
  };
}

function environment({ env = {}, podFields = {}, resources }: ProgramSpec): core.v1.EnvVar[] {
  const { GOMEMLIMIT, GOMAXPROCS } = goRuntime(resources);
  const fields = Object.entries(podFields).map(([name, fieldPath]) => ({
    name,
    // With the version, which the API server would add and Pulumi take for a change.
    valueFrom: { fieldRef: { apiVersion: "v1", fieldPath } },
  }));
  // Fields first: a variable may refer to one that stands before it.
  return [...fields, ...environmentVariables({ GOMEMLIMIT, GOMAXPROCS, ...env })];
}

function apart({ name, kind }: ProgramSpec): Partial<core.v1.PodSpec> {
  const labels = selectorLabels(name);
  return { topologySpreadConstraints: topologySpread(kind, labels), affinity: antiAffinity(kind, labels) };
}

/** The claims of a StatefulSet are its own templates, and no volumes of the pods. */
function podVolume({ name, emptyDir, hostPath }: ProgramSpec["volumes"][number]): core.v1.Volume[] {
  if (emptyDir) return [{ name, emptyDir: { sizeLimit: emptyDir.sizeLimit } }];
  return hostPath ? [{ name, hostPath: { path: hostPath.path, type: "" } }] : [];
}

function mount({ name, mountPath, readOnly, hostPath }: ProgramSpec["volumes"][number]): core.v1.VolumeMount {
  return {
    name,
    mountPath,
    // The API server forgets a false one, and Pulumi would take that for a change.
    ...(readOnly && { readOnly }),
    ...(hostPath?.subPath !== undefined && { subPath: hostPath.subPath }),
  };
}
