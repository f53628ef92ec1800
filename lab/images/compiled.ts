import { readFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { BinaryName, ToolName } from "../tools/catalog.ts";
import type { LabImage } from "./image.ts";

/** The version of a module that a tool is compiled from: the one that stands in its go.mod. */
export function compiledVersion(tool: ToolName, module: string): string {
  const goMod = readFileSync(join(import.meta.dirname, "../tools", tool, "go.mod"), "utf8");
  const required = goMod.split("\n").map((line) =>
    line
      .trim()
      .replace(/^require /, "")
      .split(" "),
  );
  const version = required.find(([path]) => path === module)?.[1]?.replace(/^v/, "");
  if (version === undefined) throw new Error(`lab/tools/${tool}/go.mod does not require ${module}`);
  return version;
}

/** An image of one static binary that the lab has compiled, as upstream would ship it: nothing else, run as nobody. */
export function compiledImage(binary: BinaryName, { repository, tag }: Pick<LabImage, "repository" | "tag">): LabImage {
  return {
    repository,
    tag,
    plan: (tools) => {
      const path = tools.bin(binary);
      // The tool's folder in the cache, wherever that is, is named by a hash of what it was compiled from.
      const compiled = basename(dirname(dirname(path)));
      return Promise.resolve({
        config: { User: "65532:65532", Entrypoint: [`/${binary}`], WorkingDir: "/" },
        ingredients: [compiled],
        fill: async (root) => {
          await copyFile(path, join(root, binary));
          return [];
        },
      });
    },
  };
}
