import { execa } from "execa";
import { LabError } from "../error.ts";
import type { Progress } from "../progress.ts";
import type { Problem } from "./problem.ts";
import { which } from "./which.ts";

/** Package managers by their command, and how each installs. */
const managers = {
  "apt-get": "apt-get install --yes --no-install-recommends",
  dnf: "dnf install --assumeyes",
  zypper: "zypper --non-interactive install",
  pacman: "pacman --sync --noconfirm",
  apk: "apk add",
} as const;

type Manager = keyof typeof managers;

/** A command that the lab takes from the distribution. */
interface Required {
  command: string;
  /** Package on Debian and Ubuntu. */
  debian: string;
  /** Package of the other distributions, where they call it otherwise. */
  elsewhere?: string;
  /** Package of Fedora and its kin, where it differs even from those. */
  dnf?: string;
}

/**
 * runc is not compiled like the rest: without libseccomp, which needs a C compiler, it refuses every pod that asks for
 * a seccomp profile. iptables and conntrack are what kube-proxy and the CNI plugins call.
 */
export const required: readonly Required[] = [
  { command: "runc", debian: "runc" },
  { command: "iptables", debian: "iptables" },
  { command: "conntrack", debian: "conntrack", elsewhere: "conntrack-tools" },
  { command: "ip", debian: "iproute2", dnf: "iproute" },
  { command: "nsenter", debian: "util-linux" },
  { command: "mount", debian: "mount", elsewhere: "util-linux" },
  { command: "umount", debian: "mount", elsewhere: "util-linux" },
  { command: "unshare", debian: "util-linux" },
  { command: "openssl", debian: "openssl" },
  { command: "tar", debian: "tar" },
  // The shell of the Go base image, in which services are built.
  { command: "busybox", debian: "busybox-static", elsewhere: "busybox" },
];

/** Where a shell that was not started by a login does not look on some distributions. */
const SYSTEM_FOLDERS = "/usr/sbin:/sbin";

/** Rows for commands that are not on the PATH, with the distribution's own way to get them. */
export function packageProblems(path?: string): Problem[] {
  const missing = required.filter(({ command }) => !which(command, path));
  return missing.map((row) => {
    const hidden = which(row.command, SYSTEM_FOLDERS);
    return hidden
      ? { what: `${hidden} is not on the PATH`, fix: `export PATH="$PATH:${SYSTEM_FOLDERS}"` }
      : { what: `the command ${row.command} is missing`, fix: installCommand(managerOf(), [row]) };
  });
}

/**
 * Installs what is missing, where root may use apt-get; elsewhere `packageProblems` says what to do.
 * @throws LabError when apt-get fails
 */
export async function installPackages(progress: Progress): Promise<void> {
  const missing = required.filter(({ command }) => !which(command) && !which(command, SYSTEM_FOLDERS));
  if (missing.length === 0 || managerOf() !== "apt-get" || process.getuid?.() !== 0) return;
  const packages = packagesOf("apt-get", missing);
  const step = progress.step(`Installing ${packages.join(" ")}`);
  // One broken source among many fails the update; the packages may be there all the same.
  const stale = await apt("update");
  const refused = await apt("install", "--yes", "--no-install-recommends", ...packages);
  step.end(`${refused ? "Could not install" : "Installed"} ${packages.join(" ")}`);
  if (!refused) return;
  const reasons = [stale, refused].filter((reason) => reason !== undefined).join(" ");
  throw new LabError(`apt-get refused (${reasons}); run it by hand: ${installCommand("apt-get", missing)}`);
}

/** Runs apt-get, waiting for whoever else does. Resolves to the reason when it fails. */
async function apt(...args: string[]): Promise<string | undefined> {
  const { failed, all } = await execa("apt-get", ["--quiet", "-o", "DPkg::Lock::Timeout=300", ...args], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    stdin: "ignore",
    all: true,
    reject: false,
  });
  if (!failed) return undefined;
  return all.split("\n").findLast((line) => line.startsWith("E: ")) ?? `apt-get ${args[0]} gave no reason`;
}

/** The command that installs these on a distribution; an unknown one gets the names of the packages. */
export function installCommand(manager: Manager | undefined, rows: readonly Required[]): string {
  const packages = packagesOf(manager, rows).join(" ");
  return manager ? `${managers[manager]} ${packages}` : `install ${packages} with your distribution's package manager`;
}

function packagesOf(manager: Manager | undefined, rows: readonly Required[]): string[] {
  const packages = rows.map(({ debian, elsewhere = debian, dnf = elsewhere }) => {
    if (manager === "apt-get") return debian;
    return manager === "dnf" ? dnf : elsewhere;
  });
  return [...new Set(packages)];
}

function managerOf(): Manager | undefined {
  return (Object.keys(managers) as Manager[]).find((manager) => which(manager));
}
