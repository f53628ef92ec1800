import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { execa } from "execa";
import { quote } from "../shell.ts";
import type { State } from "../state.ts";
import { isMountPoint, mounts } from "./mountinfo.ts";

/** Mount points that a machine without a kubelet does not have: made for the node, and removed with it. */
const madeForNode = ["/var/lib/kubelet", "/var/lib/cni"];

/** Where agents on the node keep what shall outlive their pods: everybody's, as on any machine. */
const TEMPORARY = "/var/tmp";

/**
 * Directories that are the node's and not the host's. What the kubelet, containerd, kube-proxy and agents write to these
 * well-known places never shows on the host, and is gone with the node; pods that mount them find what they expect.
 */
const nodeDirectories = ["/var/log", TEMPORARY, ...madeForNode];

/**
 * Kernel settings that the kubelet would change for the whole machine. It leaves a setting alone that has the value it
 * wants, so the node sees files with these values in their place.
 * @see setupKernelTunables in k8s.io/kubernetes/pkg/kubelet/cm/container_manager_linux.go
 */
const kernelSettings: Readonly<Record<string, string>> = {
  "/proc/sys/vm/overcommit_memory": "1",
  "/proc/sys/vm/panic_on_oom": "0",
  "/proc/sys/kernel/panic": "10",
  "/proc/sys/kernel/panic_on_oops": "1",
  "/proc/sys/kernel/keys/root_maxkeys": "1000000",
  "/proc/sys/kernel/keys/root_maxbytes": "25000000",
};

/** Shell script that turns a fresh mount namespace into the node's. */
export function mountScript(node: string): string {
  // `--no-mtab`, here and below: mount would make itself a folder in the host's /run, and leave it.
  const mount = "mount --no-mtab";
  const bind = (from: string, to: string) => `${mount} --bind ${quote(from)} ${quote(to)}`;
  const run = join(node, "run");
  return [
    "set -e",
    // Pods with Bidirectional mounts need a shared tree; it is shared among the node's own namespaces only.
    `${mount} --make-rshared /`,
    // /run keeps the host's files (resolv.conf may point there), and takes the node's in memory.
    `${mount} -t tmpfs -o mode=0755 slipway-lab ${quote(run)}`,
    `mkdir ${quote(`${run}/upper`)} ${quote(`${run}/work`)}`,
    `${mount} -t overlay -o ${quote(`lowerdir=/run,upperdir=${run}/upper,workdir=${run}/work`)} slipway-lab /run`,
    ...nodeDirectories.map((path) => bind(join(node, path), path)),
    ...Object.keys(kernelSettings).map((path) => bind(join(node, "settings", basename(path)), path)),
    "echo done",
    "read -r _ || true",
  ].join("\n");
}

/** Makes the node's mount namespace where it is missing. */
export async function ensureMounts(state: State): Promise<void> {
  if (await isMountPoint(state.mountNamespace)) return;
  await prepareDirectories(state);
  const holder = spawn("unshare", ["--mount", "sh", "-c", mountScript(state.node)], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const errors: Buffer[] = [];
  holder.stderr.on("data", (data: Buffer) => errors.push(data));
  const done = await Promise.race([
    once(holder.stdout, "data").then(() => true),
    once(holder, "exit").then(() => false),
  ]);
  if (!done) throw new Error(`the node's mounts could not be made: ${Buffer.concat(errors).toString().trim()}`);
  // Only a finished namespace gets its name, so that an interrupted `lab up` leaves none that is half made.
  await execa("mount", ["--no-mtab", "--bind", `/proc/${holder.pid}/ns/mnt`, state.mountNamespace]);
  holder.stdin.end();
  await once(holder, "exit");
}

async function prepareDirectories(state: State): Promise<void> {
  // What the last boot's /run held is not this one's.
  await rm(join(state.node, "run"), { recursive: true, force: true });
  const settings = join(state.node, "settings");
  for (const path of ["run", ...nodeDirectories]) await mkdir(join(state.node, path), { recursive: true });
  // Sticky and open to all; mkdir's mode is cut by the umask.
  await chmod(join(state.node, TEMPORARY), 0o1777);
  for (const path of madeForNode) await mkdir(path, { recursive: true });
  await mkdir(settings, { recursive: true });
  for (const [path, value] of Object.entries(kernelSettings)) await writeFile(join(settings, basename(path)), value);

  const folder = dirname(state.mountNamespace);
  await mkdir(folder, { recursive: true });
  await writeFile(state.mountNamespace, "");
  // The kernel refuses a mount namespace on a shared mount, which / is wherever systemd runs.
  if (!(await isMountPoint(folder))) await execa("mount", ["--no-mtab", "--bind", folder, folder]);
  await execa("mount", ["--no-mtab", "--make-private", folder]);
}

/** Lets go of the namespace; its mounts go with its last process. */
export async function removeMounts(state: State): Promise<void> {
  const below = (await mounts()).map(({ point }) => point).filter((point) => point.startsWith(`${state.root}/`));
  for (const point of below.reverse()) await execa("umount", ["--no-mtab", point]);
  // Empty on the host, unless they are somebody else's; then they stay.
  for (const path of madeForNode) await rmdir(path).catch(() => undefined);
}
