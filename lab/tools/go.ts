import { execa } from "execa";
import { LabError } from "../error.ts";
import type { Problem } from "../host/problem.ts";

/** The Go toolchain of this machine, as `go env` tells it. */
export interface Go {
  version: string;
  arch: string;
  os: string;
  /** Where downloaded modules are kept. */
  moduleCache: string;
  /** Module proxies, for messages. */
  proxy: string;
  /** `local` means that Go may not fetch a newer version of itself. */
  toolchain: string;
}

/** The row of a machine without Go. */
export const noGo: Problem = {
  what: "Go, with which the lab's tools are compiled, is not on the PATH",
  fix: "install it from https://go.dev/dl",
};

/**
 * Asks the `go` command on the PATH about itself.
 * @throws LabError when there is none
 */
export async function findGo(): Promise<Go> {
  const names = ["GOVERSION", "GOARCH", "GOOS", "GOMODCACHE", "GOPROXY", "GOTOOLCHAIN"];
  const { stdout, failed } = await execa("go", ["env", "-json", ...names], { reject: false });
  if (failed) throw new LabError(`${noGo.what}: ${noGo.fix}.`);
  const env = JSON.parse(stdout) as Record<string, string>;
  return {
    version: env.GOVERSION ?? "",
    arch: env.GOARCH ?? "",
    os: env.GOOS ?? "",
    moduleCache: env.GOMODCACHE ?? "",
    proxy: env.GOPROXY ?? "",
    toolchain: env.GOTOOLCHAIN ?? "",
  };
}

/**
 * The row of a Go that is older than the `go` line of a tool's go.mod asks for. One that may fetch a newer Go will do.
 * @see https://go.dev/doc/toolchain
 */
export function oldGo(go: Go, tool: string, goMod: string): Problem | undefined {
  const wanted = /^go (\S+)$/m.exec(goMod)?.[1] ?? "0";
  if (!go.toolchain.startsWith("local") || !isOlder(go.version.replace(/^go/, ""), wanted)) return undefined;
  return {
    what: `${tool} needs Go ${wanted}, and this is ${go.version}`,
    fix: "install a newer one from https://go.dev/dl, or set GOTOOLCHAIN=auto to let Go fetch it",
  };
}

function isOlder(version: string, wanted: string): boolean {
  const want = parts(wanted);
  const have = parts(version);
  const index = want.findIndex((part, place) => part !== (have[place] ?? 0));
  return index >= 0 && (have[index] ?? 0) < want[index]!;
}

/** Numbers of a Go version. A release candidate comes before the release: `1.26rc1` → 1, 26, -1. */
function parts(version: string): number[] {
  const [release = ""] = version.replace(/(rc|beta)\d+.*/, ".-1").split(/-devel| /);
  return release.split(".").map(Number);
}
