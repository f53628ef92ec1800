import { RunError } from "@pulumi/pulumi/errors.js";
import type { Bundle } from "../components/image/bundle.ts";
import { mirrored } from "../components/image/mirror.ts";
import { withDigest } from "../components/image/resolve.ts";
import type { Progress } from "../lab/progress.ts";
import type { Oras } from "./oras.ts";
import { megabytes } from "./size.ts";

/**
 * Pushes the images of a bundle to a registry, under the names that the mirror rewrite gives them. What is there already
 * stays; every digest is asked for afterwards.
 *
 * @param archive the bundle's archive
 * @param target registry with an optional path
 * @throws RunError if the registry refuses an image or has it under another digest
 */
export async function fillMirror(
  { images }: Bundle,
  { oras, archive, target, progress }: { oras: Oras; archive: string; target: string; progress: Progress },
): Promise<void> {
  for (const [index, { reference, digest, size }] of images.entries()) {
    const name = mirrored(reference, target);
    const count = `[${index + 1}/${images.length}] ${name}`;
    const step = progress.step(count);
    const there = await digestOf(name, digest, oras);
    if (there !== digest) await oras.push(archive, digest, name);
    const pushed = there === digest ? there : await digestOf(name, digest, oras);
    if (pushed !== digest)
      throw new RunError(`${name}: should be ${digest}, and ${target} answers ${pushed ?? "nothing"}.`);
    step.end(`${count}  ${there === digest ? "is there" : megabytes(size)}  ${digest}`);
  }
}

/** What a name stands for; one with a digest and no tag can only be asked for by that digest. */
async function digestOf(name: string, digest: string, oras: Oras): Promise<string | undefined> {
  const answer = await oras.resolve(name.includes("@") ? withDigest(name, digest) : name);
  return "digest" in answer ? answer.digest : undefined;
}
