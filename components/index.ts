export { inCluster } from "./cluster/index.ts";
export { Environment, type EnvironmentArgs, type QuotaArgs } from "./environment/index.ts";
export {
  BuiltImage,
  bundled,
  mirrored,
  readBundle,
  resolveDigest,
  type BuildArgs,
  type BuiltImageArgs,
} from "./image/index.ts";
export { footprint, Service, type Footprint, type ProfileName, type ServiceArgs } from "./workload/index.ts";
