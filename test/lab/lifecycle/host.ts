import { readdirSync, readFileSync } from "node:fs";
import { execa } from "execa";

/** Folders of the host in which a container runtime and a kubelet leave things. */
const folders = [
  "/run",
  "/run/netns",
  "/run/lock",
  "/etc",
  "/etc/cni",
  "/opt",
  "/opt/cni",
  "/var/lib",
  "/var/log",
  "/var/tmp",
];

/** Kernel settings that a kubelet, a kube-proxy or a CNI plugin sets. */
const settings = [
  "kernel/panic",
  "kernel/panic_on_oops",
  "vm/overcommit_memory",
  "net/ipv4/ip_forward",
  "net/ipv4/conf/all/route_localnet",
  "net/netfilter/nf_conntrack_max",
];

/** What a lab could leave behind on the host, one readable line each. */
export async function hostTraces(): Promise<string[]> {
  const [links, routes, firewall] = await Promise.all([
    lines("ip", "-brief", "link"),
    lines("ip", "-4", "route", "show", "table", "all"),
    lines("iptables-save"),
  ]);
  const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  return [
    ...links.map((line) => `link ${line.split(/\s+/)[0]}`),
    ...routes.map((line) => `route ${line}`),
    ...firewall.filter((line) => !line.startsWith("#")).map((line) => `iptables ${line}`),
    ...mounts.map((line) => `mount ${line.split(" ")[4]}`),
    ...cgroups().map((path) => `cgroup ${path}`),
    ...folders.flatMap((folder) => entries(folder).map((name) => `file ${folder}/${name}`)),
    ...settings.map((name) => `setting ${name}=${read(`/proc/sys/${name}`).trim()}`),
    ...clusterProcesses().map((name) => `process ${name}`),
  ].sort();
}

/** Command lines of what a lab starts, whoever is their parent now. */
function clusterProcesses(): string[] {
  const known = /^(etcd|kube|containerd|registry|buildkitd|pause|coredns|runc|echo$)/;
  return entries("/proc")
    .filter((name) => /^\d+$/.test(name) && known.test(read(`/proc/${name}/comm`)))
    .map((pid) => read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim())
    .filter((command) => command !== "");
}

function cgroups(): string[] {
  return entries("/sys/fs/cgroup").flatMap((top) => {
    const below = `/sys/fs/cgroup/${top}`;
    return [below, ...entries(below).map((name) => `${below}/${name}`)];
  });
}

async function lines(command: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await execa(command, args);
  return stdout.split("\n").filter((line) => line !== "");
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
