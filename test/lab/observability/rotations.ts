import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stateAt, stateRoot } from "../../../lab/state.ts";
import { pod } from "./cluster.ts";

/** How often the kubelet has begun a new file for the log of a service, as far as the old ones are still there. */
export async function rotations(namespace: string, service: string): Promise<number> {
  const { name, uid } = (await pod(namespace, service)).metadata;
  const folder = join(stateAt(stateRoot()).node, "var/log/pods", `${namespace}_${name}_${uid}`, service);
  return readdirSync(folder).filter((file) => /^\d+\.log\.\d{8}-\d{6}/.test(file)).length;
}
