import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { arch, tmpdir } from "node:os";
import { join } from "node:path";
import { getManifest } from "../oci/client.ts";
import { pushBlob, pushManifest, type Descriptor } from "../oci/push.ts";
import type { ImageConfig, LabImage, Plan } from "./image.ts";
import { tarOf } from "./layer.ts";

/** Raised when this code would make other bytes of the same ingredients. */
const FORMAT = 1;

/** Where an image's manifest says what it was made of. */
const INGREDIENTS = "dev.slipway.lab.ingredients";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const CONFIG = "application/vnd.oci.image.config.v1+json";
const LAYER = "application/vnd.oci.image.layer.v1.tar";

/** One hash for all that decides an image's content. */
export function fingerprint({ config, ingredients }: Pick<Plan, "config" | "ingredients">): string {
  return createHash("sha256")
    .update(JSON.stringify([FORMAT, config, ingredients]))
    .digest("hex");
}

/**
 * An image's configuration. No dates: the same ingredients give the same digest.
 * @see https://github.com/opencontainers/image-spec/blob/main/config.md
 */
function configuration(config: ImageConfig, layers: readonly Descriptor[]): object {
  return {
    architecture: arch() === "x64" ? "amd64" : arch(),
    os: "linux",
    config,
    // A layer that is not compressed has the same digest packed and unpacked.
    rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
    history: layers.map(() => ({ created_by: "slipway lab" })),
  };
}

/**
 * Makes sure that the registry has an image as this machine would make it now.
 * @returns whether it had to be made
 */
export async function ensureImage(image: LabImage, plan: Plan, registry: string): Promise<boolean> {
  const { repository, tag } = image;
  const wanted = fingerprint(plan);
  const present = await getManifest({ registry, repository, tag, qualified: true });
  if (present?.content.annotations?.[INGREDIENTS] === wanted) return false;

  const target = { registry, repository };
  const root = await mkdtemp(join(tmpdir(), "slipway-image-"));
  try {
    const layers: Descriptor[] = [];
    for (const layer of [{ folder: root }, ...(await plan.fill(root))]) {
      layers.push(await pushBlob(target, LAYER, () => tarOf(layer)));
    }
    const json = JSON.stringify(configuration(plan.config, layers));
    const config = await pushBlob(target, CONFIG, () => [Buffer.from(json)]);
    await pushManifest(target, tag, MANIFEST, {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config,
      layers,
      annotations: { [INGREDIENTS]: wanted },
    });
    return true;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
