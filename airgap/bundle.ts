import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { RunError } from "@pulumi/pulumi/errors.js";
import type { BundledImage } from "../components/image/bundle.ts";
import { withDigest } from "../components/image/resolve.ts";
import type { Progress } from "../lab/progress.ts";
import { MANIFEST, manifestBeside, pack } from "./archive.ts";
import type { Wanted } from "./contents.ts";
import { Layout } from "./layout.ts";
import type { Oras } from "./oras.ts";
import { megabytes } from "./size.ts";

/**
 * Writes an archive with images, all platforms of each, and its manifest beside it.
 *
 * @param stack for the advice in errors
 * @throws RunError naming every image that cannot be read
 */
export async function writeBundle(
  wanted: readonly Wanted[],
  { oras, out, stack, progress }: { oras: Oras; out: string; stack: string; progress: Progress },
): Promise<BundledImage[]> {
  const found = await locate(wanted, oras, stack);
  // Beside the archive, for it takes as much room.
  const work = mkdtempSync(join(dirname(resolve(out)), ".slipway-bundle-"));
  try {
    const layout = new Layout(work);
    const images: BundledImage[] = [];
    for (const [index, { reference, source, digest }] of found.entries()) {
      const count = `[${index + 1}/${found.length}] ${reference}`;
      const step = progress.step(count);
      await oras.pull(withDigest(source, digest), work, `image-${index}`);
      const image = layout.describe(reference, digest);
      step.end(`${count}  ${megabytes(image.size)}  ${image.platforms.join(", ")}`);
      images.push(image);
    }
    layout.name(images);
    const manifest = `${JSON.stringify({ images }, null, 2)}\n`;
    writeFileSync(join(work, MANIFEST), manifest);
    await pack(work, out);
    writeFileSync(manifestBeside(out), manifest);
    return images;
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Asks for everything before anything is copied: a gap shows at once, and all gaps together. */
async function locate(wanted: readonly Wanted[], oras: Oras, stack: string) {
  const answers = await Promise.all(wanted.map(async (image) => ({ ...image, ...(await oras.resolve(image.source)) })));
  const gaps = answers.flatMap((answer) => ("missing" in answer ? [gap(answer, answer.missing, stack)] : []));
  if (gaps.length > 0) throw new RunError(gaps.join("\n"));
  return answers.flatMap((answer) => ("digest" in answer ? [answer] : []));
}

function gap({ source, built }: Wanted, answer: string, stack: string): string {
  const [host] = source.split("/");
  const fix = built
    ? `\`make up STACK=${stack}\` builds and pushes it`
    : `check the name, and log in if ${host} asks for it: \`docker login ${host}\``;
  return `${source}: ${answer}; ${fix}.`;
}
