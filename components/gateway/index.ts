export type { GatewayArgs, GatewayReference, RouteArgs, RuleArgs } from "./args.ts";
export type { ControllerName } from "./controllers.ts";
export { Gateway } from "./gateway.ts";
export { Route } from "./route.ts";
