import { join } from "node:path";
import type { Api } from "./api.ts";
import type { NetworkPlan } from "./network/plan.ts";
import type { State } from "./state.ts";
import type { ToolPaths } from "./tools/paths.ts";

/** What a part may know about the lab that it belongs to. */
export interface Lab {
  state: State;
  network: NetworkPlan;
  tools: ToolPaths;
  api: Api;
}

/** Address of the API server. */
export function apiServer({ node }: NetworkPlan): string {
  return `https://${node}:6443`;
}

/** A generated file of a part. */
export function configFile(lab: Lab, name: string): string {
  return join(lab.state.config, name);
}

/** A key or certificate. */
export function pkiFile(lab: Lab, name: string): string {
  return join(lab.state.pki, name);
}

/** The kubeconfig of a part. */
export function kubeconfigOf(lab: Lab, user: string): string {
  return configFile(lab, `${user}.kubeconfig`);
}
