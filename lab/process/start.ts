import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configFile, type Lab } from "../lab.ts";
import { namespaceFile } from "../network/namespace.ts";
import { ensureCgroup } from "../node/cgroups.ts";
import type { ProcessPart } from "../parts/part.ts";

/**
 * Joins the part's control groups, leaves its pid, and becomes the part. The groups come first: from there on, whatever
 * it starts belongs to the lab.
 */
const LAUNCHER = `
groups=$1 pidfile=$2
shift 2
for group in $groups; do echo 0 > "$group/cgroup.procs" || exit 1; done
echo $$ > "$pidfile"
export SLIPWAY_LAB_PID=$$
exec "$@"`;

/** The host's variables that a part may see. A build needs the host's proxies to download anything. */
const inherited = ["HOME", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];

/** Where distributions keep runc, iptables, mount and the like. */
const systemPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** What a part would run with, in a few characters: it is restarted when this changes. */
export function fingerprint(part: ProcessPart, lab: Lab): string {
  const content = JSON.stringify([part.command(lab), part.files?.(lab), part.hostNetwork]);
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** Starts a part's process and returns its pid. It lives on when this process ends. */
export async function startProcess(part: ProcessPart, lab: Lab): Promise<number> {
  const { state } = lab;
  for (const [name, content] of Object.entries(part.files?.(lab) ?? {})) {
    const file = configFile(lab, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { mode: 0o600 });
  }
  const groups = await ensureCgroup(part.name);
  const enter = ["nsenter", `--mount=${state.mountNamespace}`, ...(part.hostNetwork ? [] : [`--net=${namespaceFile}`])];
  const output = openSync(logFile(lab, part.name), "a");
  const child = spawn(
    "sh",
    ["-c", LAUNCHER, "sh", groups.join(" "), join(state.run, `${part.name}.pid`), ...enter, ...part.command(lab)],
    { cwd: "/", detached: true, stdio: ["ignore", output, output], env: environment(part, lab) },
  );
  closeSync(output);
  child.unref();
  return child.pid!;
}

export function logFile({ state }: Pick<Lab, "state">, part: string): string {
  return join(state.log, `${part}.log`);
}

function environment(part: ProcessPart, lab: Lab): Record<string, string> {
  const own = inherited.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]] as const],
  );
  return {
    ...Object.fromEntries(own),
    PATH: [...lab.tools.path, ...systemPath].join(":"),
    // The registry sends traces to a collector on localhost unless it is told not to.
    OTEL_TRACES_EXPORTER: "none",
    SLIPWAY_LAB_PART: part.name,
    SLIPWAY_LAB_STATE: lab.state.root,
    SLIPWAY_LAB_FINGERPRINT: fingerprint(part, lab),
  };
}
