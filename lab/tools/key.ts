import { createHash } from "node:crypto";
import type { Tool } from "./catalog.ts";
import type { Go } from "./go.ts";

/** Everything that decides what a build yields. */
export interface Ingredients {
  goMod: string;
  goSum: string;
  tool: Tool;
  go: Pick<Go, "version" | "arch" | "os">;
}

/** Content hash of a build: same ingredients, same key. Sizes and groups do not change what is built. */
export function cacheKey({ goMod, goSum, tool, go }: Ingredients): string {
  const recipe = {
    goMod,
    goSum,
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
