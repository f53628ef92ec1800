import type { ImageArgs } from "@pulumi/docker-build/image.js";
import type { Platform } from "@pulumi/docker-build/types/enums/index.js";
import { catalog } from "./catalog.ts";
import { mirrored } from "./mirror.ts";
import type { Revision } from "./revision.ts";

/** An image that is built from source. */
export interface BuildArgs {
  /** Folder with the Dockerfile. */
  context: string;
  /**
   * Platforms of the image, such as `linux/amd64`.
   * @default - the builder's own platform
   */
  platforms?: string[];
}

/**
 * Arguments of the BuildKit build: one tag for people, the commit and the mirrored base for the Dockerfile.
 * Attestations stay at BuildKit's default; the pods run the digest, not the tag.
 *
 * @param repository where the image is pushed, without tag
 */
export function buildSpec(
  { context, platforms }: BuildArgs,
  repository: string,
  revision: Revision,
  mirror?: string,
): ImageArgs {
  return {
    context: { location: context },
    dockerfile: { location: `${context}/Dockerfile` },
    tags: [`${repository}:${revision.commit}`],
    push: true,
    // A preview tells what would change; it neither builds nor pushes (pulumi-docker#449).
    buildOnPreview: false,
    ...(platforms && { platforms: platforms as Platform[] }),
    buildArgs: {
      GO_IMAGE: mirrored(catalog.golang, mirror),
      VERSION: revision.commit,
      COMMIT: revision.commit,
      BUILD_TIME: revision.time,
    },
  };
}
