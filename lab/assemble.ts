import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { connectApi } from "./api.ts";
import { apiServer, kubeconfigOf, type Lab } from "./lab.ts";
import { loadNetworkPlan } from "./network/namespace.ts";
import { kubeconfigUsers } from "./pki/certificates.ts";
import { kubeconfig, readCredentials } from "./pki/kubeconfig.ts";
import { ensurePki } from "./pki/openssl.ts";
import type { State } from "./state.ts";
import type { ToolPaths } from "./tools/paths.ts";

/** Makes the files that every part needs, where they are missing, and the lab that they describe. */
export async function makeLab(state: State, tools: ToolPaths): Promise<Lab> {
  await mkdir(state.root, { recursive: true, mode: 0o700 });
  for (const folder of [state.config, state.log, state.run, state.data, state.node, state.pulumi]) {
    await mkdir(folder, { recursive: true });
  }
  const network = await loadNetworkPlan(state);
  await ensurePki(state, network);
  const lab = await openLab(state, tools);
  for (const user of kubeconfigUsers) {
    const file = user === "admin" ? state.kubeconfig : kubeconfigOf(lab, user);
    const content = kubeconfig(apiServer(network), await readCredentials(state.pki, user));
    await writeFile(file, content, { mode: 0o600 });
  }
  return lab;
}

/** The lab that is there. */
export async function openLab(state: State, tools: ToolPaths): Promise<Lab> {
  const network = await loadNetworkPlan(state);
  const api = connectApi(apiServer(network), await readCredentials(state.pki, "admin"));
  return { state, network, tools, api };
}

/** Whether `lab up` has come as far as that there is a lab to ask. */
export function hasLab(state: State): boolean {
  return existsSync(state.network) && existsSync(state.pki);
}
