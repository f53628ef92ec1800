import { readdir, rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { removeNamespace } from "./network/namespace.ts";
import { killLabProcesses, removeCgroups } from "./node/cgroups.ts";
import { removeMounts } from "./node/mounts.ts";
import { parts } from "./parts/index.ts";
import { stopOrder } from "./parts/order.ts";
import { findParts } from "./process/find.ts";
import { stopProcess } from "./process/stop.ts";
import type { State } from "./state.ts";

/** Time for a part to end by itself, in ms: what it would save is about to be deleted. */
const GRACE = 500;

/**
 * Removes every trace of a lab but the tools: processes, mounts, namespaces, links, control groups, files. Looks at what
 * the kernel has and not at what files say, so that a lab that crashed or was never finished goes the same way.
 */
export async function removeLab(state: State, { keepLogs }: { keepLogs: boolean }): Promise<void> {
  const running = await findParts();
  for (const { name } of stopOrder(parts)) {
    const part = running.get(name);
    if (part) await stopProcess(part.pid, GRACE);
  }
  await killLabProcesses();
  await removeMounts(state);
  await removeNamespace();
  await removeCgroups();
  await removeFiles(state, keepLogs ? [state.log] : []);
}

/** Deletes what the lab has put there, by name: the directory was given by a person, and may be anything. */
async function removeFiles(state: State, kept: readonly string[]): Promise<void> {
  const { root, config, pki, log, run, data, node, kubeconfig, network, pulumi } = state;
  const drafts = [`${pki}.new`, `${network}.new`];
  const own = [
    config,
    pki,
    log,
    run,
    data,
    node,
    kubeconfig,
    network,
    pulumi,
    dirname(state.mountNamespace),
    ...drafts,
  ];
  const doomed = own.filter((path) => !kept.includes(path));
  await Promise.all(doomed.map((path) => rm(path, { recursive: true, force: true, maxRetries: 3 })));
  if ((await readdir(root).catch(() => ["?"])).length === 0) await rmdir(root);
}
