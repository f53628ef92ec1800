export { loadStack, readStack } from "./load.ts";
export type { EnvironmentName, ServiceConfig, StackConfig } from "./stack.ts";
