import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { execa } from "execa";
import { isMountPoint } from "../node/mountinfo.ts";
import type { State } from "../state.ts";
import { planNetwork, type NetworkPlan } from "./plan.ts";

/** Name of the network namespace, and of the host's end of the veth pair that reaches it. */
const NAMESPACE = "slipway-lab";
export const namespaceFile = `/run/netns/${NAMESPACE}`;

/** The plan that this lab lives by: chosen when there is none, kept from then on, since certificates name its addresses. */
export async function loadNetworkPlan(state: State): Promise<NetworkPlan> {
  if (existsSync(state.network)) return JSON.parse(await readFile(state.network, "utf8")) as NetworkPlan;
  const plan = planNetwork(await hostRoutes());
  await writeFile(`${state.network}.new`, JSON.stringify(plan, undefined, 2));
  await rename(`${state.network}.new`, state.network);
  return plan;
}

async function hostRoutes(): Promise<string[]> {
  const { stdout } = await execa("ip", ["-4", "-json", "route", "show", "table", "main"]);
  const routes = JSON.parse(stdout) as { dst: string; dev?: string }[];
  return routes.filter(({ dst, dev }) => dst !== "default" && dev !== NAMESPACE).map(({ dst }) => dst);
}

/** Makes the namespace, the veth pair and the routes where they are missing. */
export async function ensureNamespace(plan: NetworkPlan): Promise<void> {
  if (!(await isMountPoint(namespaceFile))) {
    // Not `ip netns add`: it turns /run/netns itself into a mount, which would stay behind on the host.
    await mkdir("/run/netns", { recursive: true });
    await writeFile(namespaceFile, "");
    await execa("unshare", [`--net=${namespaceFile}`, "true"]);
  }
  if (await linkIsUp(plan)) return;
  await removeLink();
  await execa("ip", ["link", "add", NAMESPACE, "type", "veth", "peer", "name", "eth0", "netns", NAMESPACE]);
  await ip(["address", "add", `${plan.host}/${plan.linkPrefix}`, "dev", NAMESPACE]);
  await ip(["link", "set", NAMESPACE, "up"]);
  await inside("ip", ["link", "set", "lo", "up"]);
  await inside("ip", ["address", "add", `${plan.node}/${plan.linkPrefix}`, "dev", "eth0"]);
  await inside("ip", ["link", "set", "eth0", "up"]);
  // A ClusterIP must have a route before kube-proxy's DNAT in OUTPUT gets to see the packet. No default route: what is
  // outside the lab fails at once instead of timing out.
  await inside("ip", ["route", "add", plan.services, "via", plan.host]);
  // These belong to the namespace; the host's own keep their values.
  await inside("sh", ["-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"]);
  await inside("sh", ["-c", "echo 1 > /proc/sys/net/bridge/bridge-nf-call-iptables"]);
  // Last, because their presence says that all of it is there.
  for (const range of [plan.pods, plan.services]) await ip(["route", "add", range, "via", plan.node]);
}

/** Takes the namespace and its link away; whatever of them is there. */
export async function removeNamespace(): Promise<void> {
  await removeLink();
  if (await isMountPoint(namespaceFile)) await execa("umount", ["--no-mtab", namespaceFile]);
  await rm(namespaceFile, { force: true });
  await rmdir("/run/netns").catch(() => undefined);
}

async function linkIsUp(plan: NetworkPlan): Promise<boolean> {
  const { stdout, failed } = await execa("ip", ["-4", "-json", "route", "show", "dev", NAMESPACE], { reject: false });
  if (failed) return false;
  const present = (JSON.parse(stdout) as { dst: string }[]).map(({ dst }) => dst);
  return [plan.pods, plan.services].every((range) => present.includes(range));
}

async function removeLink(): Promise<void> {
  await execa("ip", ["link", "delete", NAMESPACE], { reject: false });
}

function ip(args: readonly string[]) {
  return execa("ip", args);
}

/** `nsenter`, not `ip netns exec`: that one gives every process a mount namespace of its own. */
function inside(command: string, args: readonly string[]) {
  return execa("nsenter", [`--net=${namespaceFile}`, command, ...args]);
}
