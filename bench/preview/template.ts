import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { cacheRoot } from "../../lab/tools/paths.ts";
import type { Progress } from "../../lab/progress.ts";

/** Pulumi's template as `pulumi new kubernetes-typescript` makes it, its versions pinned. */
export const template = join(import.meta.dirname, "kubernetes-typescript");

const MANIFESTS = ["package.json", "package-lock.json"];

/**
 * The `node_modules` of the template, installed once into the user's cache. Never into the checkout: Pulumi would find
 * its TypeScript and hook ts-node into our own program.
 *
 * @throws RunError with what npm printed
 */
export async function installTemplate(progress: Progress): Promise<string> {
  const hash = createHash("sha256");
  for (const file of MANIFESTS) hash.update(readFileSync(join(template, file)));
  const folder = join(dirname(cacheRoot()), "bench", `kubernetes-typescript-${hash.digest("hex").slice(0, 16)}`);
  if (!existsSync(folder)) await install(folder, progress);
  return join(folder, "node_modules");
}

/** Beside its place first, so that an interrupted installation is never taken for a whole one. */
async function install(folder: string, progress: Progress): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), ".work-"));
  try {
    for (const file of MANIFESTS) cpSync(join(template, file), join(work, file));
    const step = progress.step("Installing the kubernetes-typescript template's modules");
    const { exitCode, stderr } = await execa("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: work,
      reject: false,
    });
    step.end("Installed the kubernetes-typescript template's modules");
    if (exitCode !== 0) throw new RunError(`npm ci of the kubernetes-typescript template failed:\n${stderr}`);
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
