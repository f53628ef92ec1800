import { readFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { LabImage } from "./image.ts";

/** The version that the lab compiles: the one that stands in the tool's go.mod. */
function compiledVersion(): string {
  const goMod = readFileSync(join(import.meta.dirname, "../tools/coredns/go.mod"), "utf8");
  const version = /github\.com\/coredns\/coredns v(\S+)/.exec(goMod)?.[1];
  if (version === undefined) throw new Error("lab/tools/coredns/go.mod does not require github.com/coredns/coredns");
  return version;
}

/** The cluster's DNS server, as upstream ships it: one static binary that runs as nobody. */
export const coredns: LabImage = {
  repository: "coredns/coredns",
  tag: compiledVersion(),
  plan: (tools) => {
    const binary = tools.bin("coredns");
    // The tool's folder in the cache, wherever that is, is named by a hash of what it was compiled from.
    const compiled = basename(dirname(dirname(binary)));
    return Promise.resolve({
      config: { User: "65532:65532", Entrypoint: ["/coredns"], WorkingDir: "/" },
      ingredients: [compiled],
      fill: async (root) => {
        await copyFile(binary, join(root, "coredns"));
        return [];
      },
    });
  },
};
