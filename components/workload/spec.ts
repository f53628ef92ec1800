import { refuse } from "../refuse.ts";
import type { ServiceArgs } from "./args.ts";
import { effectiveProbes, sidecarQuestions, type Probes } from "./probes.ts";
import { problems } from "./problems.ts";
import { auxiliaryResources, effectiveResources, type Resources } from "./resources.ts";
import { scaleOf, type Scale, type WorkloadKind } from "./scale.ts";
import { effectiveShutdown, type Shutdown } from "./shutdown.ts";
import type { InitContainerArgs, SidecarArgs } from "./sidecars.ts";
import { scratch, type VolumeArgs } from "./volumes.ts";

/** {@link ServiceArgs} that hold, with every default filled in: what the builders work on. */
export interface ServiceSpec extends Omit<ServiceArgs, keyof Effective>, Effective {}

interface Effective {
  name: string;
  kind: WorkloadKind;
  /** Absent for a DaemonSet. */
  scale?: Scale;
  port: number;
  metricsPort: number;
  env: NonNullable<ServiceArgs["env"]>;
  resources: Resources;
  probes: Probes;
  shutdown: Shutdown;
  initContainers: InitContainerSpec[];
  sidecars: SidecarSpec[];
  volumes: VolumeArgs[];
}

export interface InitContainerSpec extends Omit<InitContainerArgs, "resources"> {
  resources: Resources;
}

export interface SidecarSpec extends Omit<SidecarArgs, "resources" | "probes"> {
  resources: Resources;
  probes: Probes;
}

/**
 * Checks the arguments of a service and fills in what they leave out.
 *
 * @param component name of the component, which the Kubernetes name follows unless it is given
 * @throws RunError with everything that does not hold, each with the values and the way out
 */
export function serviceSpec(component: string, args: ServiceArgs): ServiceSpec {
  const { volumes = [], sidecars = [], initContainers = [], critical } = args;
  const spec: ServiceSpec = {
    ...args,
    name: args.name ?? component,
    kind: args.kind ?? "Deployment",
    scale: scaleOf(args),
    port: args.port ?? 8080,
    metricsPort: args.metricsPort ?? 9090,
    env: args.env ?? {},
    resources: effectiveResources(args, scratch(volumes)),
    probes: effectiveProbes(args.probes),
    shutdown: effectiveShutdown(args.shutdown),
    initContainers: initContainers.map((init) => ({ ...init, resources: auxiliaryResources({ ...init, critical }) })),
    sidecars: sidecars.map((sidecar) => ({
      ...sidecar,
      resources: auxiliaryResources({ ...sidecar, critical }),
      probes: effectiveProbes(sidecar.probes, sidecarQuestions),
    })),
    volumes,
  };
  refuse(`service ${spec.name}`, problems(args, spec));
  return spec;
}
