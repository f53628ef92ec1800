export { inCluster } from "./cluster/index.ts";
export { Environment, type EnvironmentArgs, type QuotaArgs } from "./environment/index.ts";
export { BuiltImage, mirrored, resolveDigest, type BuildArgs, type BuiltImageArgs } from "./image/index.ts";
export { Service, type ProfileName, type ServiceArgs } from "./workload/index.ts";
