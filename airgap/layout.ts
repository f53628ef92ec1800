import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BundledImage } from "../components/image/bundle.ts";

/** A reference to a part of an image. */
interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  platform?: { os: string; architecture: string; variant?: string };
  annotations?: Record<string, string>;
}

/** As much of an index, a manifest or a configuration as is asked for here. */
interface Document {
  manifests?: Descriptor[];
  config?: Descriptor;
  layers?: Descriptor[];
  os?: string;
  architecture?: string;
}

/**
 * An image layout on the disk.
 * @see https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export class Layout {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What the layout holds under a digest that its index names: platforms, and the bytes of all parts. */
  describe(reference: string, digest: string): BundledImage {
    const top = this.#index().manifests.find((descriptor) => descriptor.digest === digest);
    if (!top) throw new Error(`${this.folder}: the layout has no ${digest}`);
    const parts = new Map<string, number>();
    const platforms = [...new Set(this.#walk(top, parts))].sort();
    return { reference, digest, platforms, size: [...parts.values()].reduce((sum, size) => sum + size, 0) };
  }

  /** Names the images in the index as other tools look for them: skopeo and oras by the first, containerd by the second. */
  name(images: readonly BundledImage[]): void {
    const index = this.#index();
    const manifests = images.map(({ reference, digest }) => ({
      ...index.manifests.find((descriptor) => descriptor.digest === digest)!,
      annotations: { "org.opencontainers.image.ref.name": reference, "io.containerd.image.name": reference },
    }));
    writeFileSync(join(this.folder, "index.json"), JSON.stringify({ ...index, manifests }, null, 2));
  }

  /** The platforms below a descriptor. Attestations say that theirs is unknown, and are parts all the same. */
  #walk(descriptor: Descriptor, parts: Map<string, number>): string[] {
    parts.set(descriptor.digest, descriptor.size);
    const { manifests = [], layers = [], config } = this.#blob(descriptor.digest);
    for (const part of config ? [config, ...layers] : layers) parts.set(part.digest, part.size);
    const below = manifests.flatMap((inner) => {
      const found = this.#walk(inner, parts);
      return inner.platform ? [platformName(inner.platform)] : found;
    });
    return [...below, ...(config ? [platformName(this.#blob(config.digest))] : [])].filter((name) => name !== UNKNOWN);
  }

  #index(): { manifests: Descriptor[] } {
    return JSON.parse(readFileSync(join(this.folder, "index.json"), "utf8")) as { manifests: Descriptor[] };
  }

  #blob(digest: string): Document {
    return JSON.parse(readFileSync(join(this.folder, "blobs", digest.replace(":", "/")), "utf8")) as Document;
  }
}

const UNKNOWN = "unknown/unknown";

function platformName({ os, architecture, variant }: { os?: string; architecture?: string; variant?: string }): string {
  return [os ?? "unknown", architecture ?? "unknown", ...(variant ? [variant] : [])].join("/");
}
