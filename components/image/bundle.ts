import { existsSync, readFileSync } from "node:fs";
import { RunError } from "@pulumi/pulumi/errors.js";
import { canonical, mirrored } from "./mirror.ts";
import { repositoryOf, withDigest } from "./resolve.ts";

/** An image of a bundle. */
export interface BundledImage {
  /** Where it came from, with its registry: `docker.io/library/golang:1.26.8`. */
  reference: string;
  /** Of its index or manifest; copies have the same. */
  digest: string;
  /** `os/architecture`, as in `linux/amd64`. */
  platforms: string[];
  /** Bytes of all its parts, compressed as they are stored. */
  size: number;
}

/** What `make bundle` writes beside its archive. */
export interface Bundle {
  /** File that it was read from, for errors. */
  file: string;
  images: BundledImage[];
}

/** @throws RunError if there is no such file or it is not a bundle's manifest */
export function readBundle(file: string): Bundle {
  if (!existsSync(file)) {
    throw new RunError(
      `${file}: no such file; \`make bundle\` writes it, and \`make mirror\` takes it out of the archive.`,
    );
  }
  const images = parse(readFileSync(file, "utf8"));
  if (!images) throw new RunError(`${file}: is not the manifest of a bundle; take the one that \`make bundle\` wrote.`);
  return { file, images };
}

function parse(text: string): BundledImage[] | undefined {
  try {
    const { images } = JSON.parse(text) as { images?: BundledImage[] };
    return images?.every(({ reference, digest }) => reference && digest) ? images : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The image of a bundle by its digest, in the mirror: nothing is asked from a registry, nothing can have been moved.
 *
 * @param reference as a stack names it; of an image that the stack builds, the repository alone
 * @throws RunError if the bundle has no such image
 */
export function bundled({ file, images }: Bundle, reference: string, mirror: string | undefined): string {
  const wanted = canonical(reference);
  const found = images.find((image) => [image.reference, repositoryOf(image.reference)].includes(wanted));
  if (!found) {
    throw new RunError(
      `${reference}: not in the bundle ${file}; \`make bundle\` it again where the registries can be reached.`,
    );
  }
  return withDigest(mirrored(found.reference, mirror), found.digest);
}
