import { createHash } from "node:crypto";
import type { Tool } from "./catalog.ts";
import type { Go } from "./go.ts";

/** Everything that decides what a build yields. */
export interface Ingredients {
  goMod: string;
  goSum: string;
  /** Go files beside go.mod, of a tool whose main package is our own. */
  sources?: readonly string[];
  tool: Tool;
  go: Pick<Go, "version" | "arch" | "os">;
}

/** Content hash of a build: same ingredients, same key. Sizes and groups do not change what is built. */
export function cacheKey({ goMod, goSum, sources = [], tool, go }: Ingredients): string {
  const recipe = {
    goMod,
    goSum,
    // Absent where there are none, so that the keys of other tools do not depend on it.
    sources: sources.length > 0 ? sources : undefined,
    flags: buildFlags(tool),
    renames: tool.renames,
    scripts: tool.scripts,
    files: tool.files,
    go: [go.version, go.os, go.arch],
  };
  return createHash("sha256").update(JSON.stringify(recipe)).digest("hex").slice(0, 16);
}

/** Flags of `go build`: small binaries that do not depend on the folder in which they were built. */
export function buildFlags({ tags = [], variables = {} }: Tool): string[] {
  const ldflags = ["-s", "-w", ...Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`)].join(" ");
  return [
    "-trimpath",
    "-buildvcs=false",
    ...(tags.length > 0 ? [`-tags=${tags.join(",")}`] : []),
    `-ldflags=${ldflags}`,
  ];
}
