import type { ServiceArgs } from "./args.ts";
import { autoscalingProblems } from "./autoscaling.ts";
import { combinationProblems } from "./combinations.ts";
import { nameProblems } from "./names.ts";
import { portProblems } from "./ports.ts";
import { resourceProblems } from "./resources.ts";
import { shutdownProblems } from "./shutdown.ts";
import type { InitContainerSpec, ServiceSpec, SidecarSpec } from "./spec.ts";
import { questionProblems, timingProblems } from "./timings.ts";
import { mountProblems, volumeProblems } from "./volumes.ts";

/** Everything that does not hold of a service, a sentence each. */
export function problems(args: ServiceArgs, spec: ServiceSpec): string[] {
  const { critical, autoscaling, probes, shutdown, resources, volumes, sidecars } = spec;
  const { port, metricsPort, grpcPort } = spec;
  const sidecarPorts = Object.fromEntries(sidecars.map((sidecar) => [`sidecar ${sidecar.name}`, sidecar.port]));
  return [
    ...combinationProblems(args),
    ...nameProblems(spec),
    ...portProblems({ port, metricsPort, grpcPort, ...sidecarPorts }),
    ...(autoscaling ? autoscalingProblems(autoscaling) : []),
    ...resourceProblems(resources, "resources", critical),
    ...timingProblems(probes, shutdown.drain),
    ...questionProblems(probes, grpcPort),
    ...shutdownProblems(shutdown),
    ...volumeProblems(volumes),
    ...spec.initContainers.flatMap((init) => at(`initContainer ${init.name}`, containerProblems(init, spec))),
    ...sidecars.flatMap((sidecar) => at(`sidecar ${sidecar.name}`, sidecarProblems(sidecar, spec))),
  ];
}

function at(place: string, found: string[]): string[] {
  return found.map((problem) => `${place}: ${problem}`);
}

function containerProblems(
  { resources, mounts = [] }: InitContainerSpec,
  { critical, volumes }: ServiceSpec,
): string[] {
  return [...resourceProblems(resources, "resources", critical), ...mountProblems(mounts, volumes)];
}

/** It holds no requests of its own: its probes need not keep up with the drain. */
function sidecarProblems(sidecar: SidecarSpec, spec: ServiceSpec): string[] {
  const { probes } = sidecar;
  return [...containerProblems(sidecar, spec), ...timingProblems(probes), ...questionProblems(probes, sidecar.port)];
}
