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
export {
  BuiltImage,
  bundled,
  mirrored,
  readBundle,
  resolveDigest,
  type BuildArgs,
  type BuiltImageArgs,
} from "./image/index.ts";
export type { CallArgs, EgressArgs, NetworkArgs, PeerArgs } from "./network/index.ts";
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
