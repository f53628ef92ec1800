export type { ClusterConfig, TenantConfig } from "./clusters.ts";
export { loadStack, readStack } from "./load.ts";
export type { EnvironmentName } from "./schema/index.ts";
export type { ServiceConfig } from "./services.ts";
export type { StackConfig } from "./stack.ts";
export type { TaskConfig } from "./tasks.ts";
