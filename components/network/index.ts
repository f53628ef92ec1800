export type { CallArgs, EgressArgs, NetworkArgs, PeerArgs } from "./args.ts";
export { defaultDeny } from "./deny.ts";
export { networkPolicySpec, type Listening } from "./policy.ts";
