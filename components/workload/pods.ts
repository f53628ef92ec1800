import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";
import { initContainer, serviceContainer, sidecar } from "./containers.ts";
import { recommendedLabels, selectorLabels } from "./labels.ts";
import { claimName } from "./names.ts";
import { antiAffinity, topologySpread } from "./placement.ts";
import { maySpread } from "./scale.ts";
import { podSecurity } from "./security.ts";
import type { ServiceSpec } from "./spec.ts";
import { podVolumes } from "./volumes.ts";

/** What other parts of a service bring to its pods: configuration and secrets, as variables and as files. */
export interface PodAdditions {
  /** Sources of the files. */
  volumes?: core.v1.Volume[];
  /** Where the service's own container sees them. */
  mounts?: core.v1.VolumeMount[];
  /** Variables of the service's own container; the service's `env` wins over them. */
  env?: core.v1.EnvVar[];
  /** Whole objects as variables. */
  envFrom?: core.v1.EnvFromSource[];
  /** Annotations of the pods, such as what the service watches. */
  annotations?: Record<string, Input<string>>;
}

/** The pods of a service. They have no service-account token: a service that needs the API server is another kind. */
export function podTemplate(spec: ServiceSpec, additions: PodAdditions = {}): core.v1.PodTemplateSpec {
  const { name, shutdown, volumes, priorityClass } = spec;
  const sources = [...podVolumes(volumes, (volume) => sharedClaim(spec, volume)), ...(additions.volumes ?? [])];
  const before = [
    ...spec.sidecars.map((container) => sidecar(container, volumes)),
    ...spec.initContainers.map((container) => initContainer(container, volumes)),
  ];
  return {
    metadata: {
      labels: recommendedLabels(name),
      ...(additions.annotations && { annotations: additions.annotations }),
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      // The variables for every Service of the namespace are a leftover of Docker links, and they may clash with ours.
      enableServiceLinks: false,
      securityContext: podSecurity,
      terminationGracePeriodSeconds: shutdown.grace,
      ...(priorityClass !== undefined && { priorityClassName: priorityClass }),
      ...(maySpread(spec) && apart(spec)),
      ...(before.length > 0 && { initContainers: before }),
      containers: [withAdditions(serviceContainer(spec), additions)],
      ...(sources.length > 0 && { volumes: sources }),
    },
  };
}

function apart({ name, kind, antiAffinity: strength }: ServiceSpec): Partial<core.v1.PodSpec> {
  const labels = selectorLabels(name);
  return {
    topologySpreadConstraints: topologySpread(kind, labels),
    affinity: antiAffinity(kind, labels, strength),
  };
}

/** The claims of a StatefulSet are its own templates, which it mounts by itself. */
function sharedClaim({ name, kind }: ServiceSpec, volume: string): string | undefined {
  return kind === "Deployment" ? claimName(name, volume) : undefined;
}

function withAdditions(container: core.v1.Container, additions: PodAdditions): core.v1.Container {
  const own = container.env as core.v1.EnvVar[];
  const mine = new Set(own.map(({ name }) => name));
  const { env = [], envFrom = [] } = additions;
  const mounts = [...((container.volumeMounts ?? []) as core.v1.VolumeMount[]), ...(additions.mounts ?? [])];
  return {
    ...container,
    env: [...own, ...env.filter(({ name }) => !mine.has(name))],
    ...(envFrom.length > 0 && { envFrom }),
    ...(mounts.length > 0 && { volumeMounts: mounts }),
  };
}
