import { readdirSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";

/** Name of a bundle's manifest inside its archive. */
export const MANIFEST = "slipway-bundle.json";

/** Where the manifest of an archive stands outside of it, for the stack file's `images.bundle`. */
export function manifestBeside(archive: string): string {
  return `${archive.replace(/\.tar$/, "")}.json`;
}

/** Puts a layout into an archive: in one order and without times, and the manifest first, so that it is found at once. */
export async function pack(folder: string, archive: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort((a, b) => Number(b === MANIFEST) - Number(a === MANIFEST) || (a < b ? -1 : 1));
  for (const file of files) utimesSync(join(folder, file), 0, 0);
  await execa("tar", ["-cf", resolve(archive), "-C", folder, "-T", "-"], { input: files.join("\n") });
}

/** @throws RunError if the archive is not there or is no bundle */
export async function readManifest(archive: string): Promise<string> {
  const { exitCode, stdout } = await execa("tar", ["-xOf", archive, MANIFEST], {
    reject: false,
    stripFinalNewline: false,
  });
  if (exitCode === 0) return stdout;
  throw new RunError(`${archive}: is not a bundle that \`make bundle\` wrote; name one as BUNDLE.`);
}
