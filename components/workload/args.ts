import type { Input } from "@pulumi/pulumi";
import type { ConfigurationArgs } from "../configuration/index.ts";
import type { NetworkArgs } from "../network/index.ts";
import type { MigrationArgs } from "./migration.ts";
import type { ClaimRetentionArgs } from "./claims.ts";
import type { PlacementArgs } from "./placement.ts";
import type { PortArgs } from "./ports.ts";
import type { ProbesArgs } from "./probes.ts";
import type { ResourceArgs } from "./resources.ts";
import type { ScaleArgs } from "./scale.ts";
import type { ShutdownArgs } from "./shutdown.ts";
import type { InitContainerArgs, SidecarArgs } from "./sidecars.ts";
import type { VolumeArgs } from "./volumes.ts";

/** Arguments of {@link Service}. */
export interface ServiceArgs extends ScaleArgs, ResourceArgs, PortArgs, PlacementArgs, ConfigurationArgs {
  /**
   * Kubernetes name of the service and of all its objects, at most 40 characters. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace that the service runs in; it must exist. */
  namespace: Input<string>;
  /** Image of the service, best `repository@digest`. */
  image: Input<string>;
  /**
   * Environment variables of the process. Not for secrets: they stand in the manifest.
   * @default - none beside those of the Go runtime and OpenTelemetry
   */
  env?: Record<string, Input<string>>;
  /**
   * What the kubelet asks the process.
   * @default - `/livez` and `/readyz` on the main port
   */
  probes?: ProbesArgs;
  /**
   * How a pod goes away.
   * @default - 5 s until it is forgotten, 20 s to drain
   */
  shutdown?: ShutdownArgs;
  /**
   * Containers that run before the service, one after the other, each to its end.
   * @default - none
   */
  initContainers?: InitContainerArgs[];
  /**
   * Containers that run beside the service.
   * @default - none
   */
  sidecars?: SidecarArgs[];
  /**
   * Folders of the pods. Plain, because claims are resources of their own.
   * @default - none: the root file system can only be read
   */
  volumes?: VolumeArgs[];
  /**
   * What becomes of claimed storage.
   * @default - it is retained
   */
  claimRetention?: ClaimRetentionArgs;
  /**
   * Who the pods talk to. Plain, because it decides whether there is a network policy.
   * @default - no policy: what the namespace lets through
   */
  network?: NetworkArgs;
  /**
   * What runs to its end before a new version is rolled out. Plain, because it decides whether there is a job.
   * @default - nothing
   */
  migration?: MigrationArgs;
}
