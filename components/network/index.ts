export type { CallArgs, EgressArgs, NetworkArgs, OpeningArgs, OpeningsArgs, PeerArgs } from "./args.ts";
export { defaultDeny } from "./deny.ts";
export { openingsSpec } from "./openings.ts";
export { networkPolicySpec, type Listening } from "./policy.ts";
