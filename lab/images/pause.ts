import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { findGo } from "../tools/go.ts";
import { cacheRoot } from "../tools/paths.ts";
import type { LabImage } from "./image.ts";

const source = join(import.meta.dirname, "pause");

/**
 * The executable, compiled once for this Go: a first compilation takes the standard library with it (5 s), too long for
 * a `lab up` whose tools are there already.
 * @throws Error with the compiler's words
 */
async function compile(folder: string): Promise<string> {
  const binary = join(folder, "pause");
  if (existsSync(binary)) return binary;
  await mkdir(cacheRoot(), { recursive: true });
  const scratch = await mkdtemp(join(cacheRoot(), "pause-new-"));
  try {
    await execa("go", ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", join(scratch, "pause"), "."], {
      cwd: source,
      env: { CGO_ENABLED: "0" },
    });
    // Whole or not at all; and if another lab was faster, its folder is as good.
    await rename(scratch, folder).catch((error: unknown) => {
      if (!existsSync(binary)) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return binary;
}

/**
 * The first process of every pod sandbox. Upstream's image is downloaded from a registry that the lab does not have.
 * @see https://github.com/kubernetes/kubernetes/tree/master/build/pause
 */
export const pause: LabImage = {
  repository: "slipway/pause",
  tag: "1",
  plan: async () => {
    const texts = await Promise.all(["go.mod", "main.go"].map((file) => readFile(join(source, file), "utf8")));
    const { version, arch } = await findGo();
    const ingredients = [...texts, version, arch];
    const key = createHash("sha256").update(JSON.stringify(ingredients)).digest("hex").slice(0, 16);
    return {
      // As upstream's: the highest uid of 16 bits, which belongs to nobody.
      config: { User: "65535:65535", Entrypoint: ["/pause"] },
      ingredients,
      fill: async (root) => {
        await copyFile(await compile(join(cacheRoot(), `pause-${key}`)), join(root, "pause"));
        return [];
      },
    };
  },
};
