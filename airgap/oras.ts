import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { isLocal, parseReference } from "../lab/oci/reference.ts";
import type { Progress } from "../lab/progress.ts";
import { ensureTools } from "../lab/tools/ensure.ts";

/** What copies images. It takes credentials from Docker's own configuration, helpers included, and never prints them. */
export interface Oras {
  /** Digest that a registry has under a name, or what it answered instead. */
  resolve(reference: string): Promise<{ digest: string } | { missing: string }>;
  /** Copies an image and all that it refers to from a registry into an image layout. */
  pull(source: string, layout: string, tag: string): Promise<void>;
  /** Copies an image from the archive of a layout to a registry. */
  push(archive: string, digest: string, target: string): Promise<void>;
}

/**
 * oras, from the PATH or compiled from its Go module.
 *
 * @param plainHttp speak plain HTTP to registries other than those of this machine, too
 * @see https://oras.land/docs/commands/oras_copy
 */
export async function findOras(progress: Progress, plainHttp = false): Promise<Oras> {
  const program = (await ensureTools(["images"], progress)).bin("oras");
  const scheme = (reference: string, side = "") =>
    plainHttp || isLocal(parseReference(reference).registry) ? [`--${side}plain-http`] : [];
  const run = (...args: string[]) => execa(program, args, { stdin: "ignore", reject: false });
  const copy = async (...args: string[]) => {
    const { exitCode, stderr } = await run("cp", "--no-tty", ...args);
    if (exitCode !== 0) throw new RunError(firstLine(stderr));
  };
  return {
    async resolve(reference) {
      const { exitCode, stdout, stderr } = await run("resolve", ...scheme(reference), reference);
      return exitCode === 0 ? { digest: stdout.trim() } : { missing: firstLine(stderr) };
    },
    pull: (source, layout, tag) => copy(...scheme(source, "from-"), source, "--to-oci-layout", `${layout}:${tag}`),
    push: (archive, digest, target) =>
      copy("--from-oci-layout", `${archive}@${digest}`, ...scheme(target, "to-"), target),
  };
}

const firstLine = (text: string) => text.split("\n", 1)[0]!.replace(/^Error:? /, "");
