export type { ClusterConfig } from "./clusters.ts";
export { loadStack, readStack } from "./load.ts";
export type { EnvironmentName } from "./schema/index.ts";
export type { ServiceConfig, StackConfig, TaskConfig, TenantConfig } from "./stack.ts";
