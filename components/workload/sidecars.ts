import type { Input } from "@pulumi/pulumi";
import type { ProbesArgs } from "./probes.ts";
import type { ResourceOverrides } from "./resources.ts";
import type { MountArgs } from "./volumes.ts";

/** A container beside the service's own: what init containers and sidecars have in common. */
export interface InitContainerArgs {
  /** Name of the container, unique in the service. */
  name: string;
  /** Image, best `repository@digest`. */
  image: Input<string>;
  /**
   * What runs instead of the image's entry point.
   * @default - the image's
   */
  command?: Input<string>[];
  /**
   * Arguments.
   * @default - the image's
   */
  args?: Input<string>[];
  /**
   * Environment variables. Not for secrets: they stand in the manifest.
   * @default - none
   */
  env?: Record<string, Input<string>>;
  /**
   * What differs from 50m CPU (200m at most) and 64Mi memory (128Mi at most).
   * @default - those
   */
  resources?: ResourceOverrides;
  /**
   * Volumes of the service that it sees.
   * @default - none
   */
  mounts?: MountArgs[];
}

/**
 * A native sidecar: it starts before the service, is restarted by itself, and goes after it.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export interface SidecarArgs extends InitContainerArgs {
  /** Port that it serves and is probed at, other than those of the service. */
  port: number;
  /**
   * How the kubelet asks it: `readiness` must say by what, for the same question for both would restart a sidecar that is
   * only busy. Without more, it is alive while it accepts connections to `port`.
   */
  probes: ProbesArgs;
}
