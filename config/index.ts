export { loadStack, readStack } from "./load.ts";
export { parseStack, type EnvironmentName, type ServiceConfig, type StackConfig } from "./stack.ts";
