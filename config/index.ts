export { loadStack, readStack } from "./load.ts";
export type { EnvironmentName } from "./schema/index.ts";
export type { ServiceConfig, StackConfig } from "./stack.ts";
