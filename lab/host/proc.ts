/** A TCP port that somebody listens on. */
export interface Listener {
  port: number;
  /** Number by which `/proc/<pid>/fd` refers to the socket. */
  inode: number;
}

/** State of a listening socket in /proc/net/tcp, include/net/tcp_states.h. */
const LISTEN = "0A";

/**
 * Reads /proc/net/tcp or /proc/net/tcp6.
 * @see https://docs.kernel.org/networking/proc_net_tcp.html
 */
export function parseListeners(table: string): Listener[] {
  return table
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === LISTEN)
    .map((columns) => ({ port: parseInt(columns[1]!.split(":")[1]!, 16), inode: Number(columns[9]) }));
}

/** Bits of the effective capability set, from include/uapi/linux/capability.h. */
const CAPABILITY_BITS = { CAP_NET_ADMIN: 12, CAP_SYS_CHROOT: 18, CAP_SYS_ADMIN: 21 } as const;

export type Capability = keyof typeof CAPABILITY_BITS;

/** Capabilities of a process that the lab needs and the process has not, from its /proc/<pid>/status. */
export function missingCapabilities(status: string): Capability[] {
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
  return (Object.keys(CAPABILITY_BITS) as Capability[]).filter(
    (name) => (effective & (1n << BigInt(CAPABILITY_BITS[name]))) === 0n,
  );
}

/** How a machine's control groups are mounted. */
export type Cgroups = { version: 1; controllers: string[] } | { version: 2; mountpoint: string } | { version: 0 };

/**
 * Reads /proc/self/mountinfo. A hybrid layout (v1 controllers, v2 tree for systemd's own use) counts as v1, which is
 * how the kubelet and runc use it.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function parseCgroups(mountinfo: string): Cgroups {
  const mounts = mountinfo.split("\n").flatMap((line) => {
    const [place, kind] = line.split(" - ");
    if (!place || !kind) return [];
    const [type, , options = ""] = kind.split(" ");
    return [{ mountpoint: place.split(" ")[4]!, type, options: options.split(",") }];
  });
  const controllers = mounts
    .filter(({ type }) => type === "cgroup")
    .flatMap(({ options }) => options)
    .filter((option) => option !== "rw" && option !== "ro" && !option.includes("="));
  if (controllers.length > 0) return { version: 1, controllers: [...new Set(controllers)] };
  const unified = mounts.find(({ type }) => type === "cgroup2");
  return unified ? { version: 2, mountpoint: unified.mountpoint } : { version: 0 };
}
