export { inCluster } from "./cluster/index.ts";
export {
  HashedConfig,
  HashedSecret,
  type ConfigurationArgs,
  type HashedConfigArgs,
  type HashedSecretArgs,
  type SecretArgs,
  type SecretReference,
} from "./configuration/index.ts";
export {
  Environment,
  type Consumer,
  type EnvironmentArgs,
  type QuotaArgs,
  type SubjectsArgs,
} from "./environment/index.ts";
export { Gateway, Route, type GatewayArgs, type RouteArgs } from "./gateway/index.ts";
export { BuiltImage, type BuildArgs, type BuiltImageArgs } from "./image/index.ts";
export { mirrored } from "./image/mirror.ts";
export { resolveDigest } from "./image/resolve.ts";
export { imageSource, type ImageArgs, type ImageSourceArgs } from "./image/source.ts";
export type { CallArgs, EgressArgs, NetworkArgs, OpeningArgs, OpeningsArgs, PeerArgs } from "./network/index.ts";
export {
  Observability,
  observabilityImages,
  otlpEndpoint,
  type ObservabilityArgs,
  type ObservabilityImagesArgs,
} from "./observability/index.ts";
export { Program, type ProgramArgs } from "./program/index.ts";
export {
  ScheduledTask,
  taskAlerts,
  taskFootprint,
  type LeaseArgs,
  type ScheduledTaskArgs,
  type TaskAlert,
  type TaskAlertArgs,
} from "./task/index.ts";
export { footprint, Service, type Footprint, type ProfileName, type ServiceArgs } from "./workload/index.ts";
