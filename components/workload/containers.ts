import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";
import { namedPorts } from "./ports.ts";
import { containerProbes } from "./probes.ts";
import { goRuntime, resourceRequirements } from "./resources.ts";
import { containerSecurity } from "./security.ts";
import { preStop } from "./shutdown.ts";
import type { InitContainerSpec, ServiceSpec, SidecarSpec } from "./spec.ts";
import { ownMounts, volumeMounts, type VolumeArgs } from "./volumes.ts";

/**
 * Always asks the registry, so that a pod gets an image only with credentials that the registry still accepts; what the
 * node has of it is not fetched again.
 * @see https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy
 */
export const imagePullPolicy = "Always";

/** The service itself. */
export function serviceContainer(spec: ServiceSpec): core.v1.Container {
  const { name, image, env, probes, resources, shutdown, volumes } = spec;
  return {
    name,
    image,
    imagePullPolicy,
    ports: namedPorts(spec).map((port) => ({ name: port.name, containerPort: port.port })),
    env: environmentVariables({ ...goRuntime(resources), OTEL_SERVICE_NAME: name, ...env }),
    resources: resourceRequirements(resources),
    securityContext: containerSecurity,
    lifecycle: preStop(shutdown),
    ...containerProbes(probes, { main: "http", grpc: spec.grpcPort }),
    ...mounted(volumeMounts(ownMounts(volumes), volumes)),
  };
}

/** What runs before the service, to its end. */
export function initContainer(init: InitContainerSpec, volumes: readonly VolumeArgs[]): core.v1.Container {
  const { name, image, command, args, env = {}, resources, mounts = [] } = init;
  return {
    name,
    image,
    imagePullPolicy,
    ...(command && { command }),
    ...(args && { args }),
    // The API server forgets an empty list, and Pulumi would take that for a change.
    ...(Object.keys(env).length > 0 && { env: environmentVariables(env) }),
    resources: resourceRequirements(resources),
    securityContext: containerSecurity,
    ...mounted(volumeMounts(mounts, volumes)),
  };
}

/** An init container that Kubernetes does not wait for, because it is always restarted (KEP-753). */
export function sidecar(spec: SidecarSpec, volumes: readonly VolumeArgs[]): core.v1.Container {
  const { port, probes } = spec;
  return {
    ...initContainer(spec, volumes),
    restartPolicy: "Always",
    ports: [{ containerPort: port }],
    ...containerProbes(probes, { main: port, grpc: port }),
  };
}

function mounted(volumeMounts: core.v1.VolumeMount[]): Pick<core.v1.Container, "volumeMounts"> {
  return volumeMounts.length > 0 ? { volumeMounts } : {};
}

/** Sorted, so that the order of keys in a stack file does not roll the pods. */
export function environmentVariables(env: Record<string, Input<string>>): core.v1.EnvVar[] {
  return Object.entries(env)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
