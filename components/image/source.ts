import type { Output } from "@pulumi/pulumi";
import { bundled, readBundle } from "./bundle.ts";
import { BuiltImage, type BuildArgs } from "./index.ts";
import { mirrored } from "./mirror.ts";
import { resolveDigest } from "./resolve.ts";

/** Where the images of a program come from. */
export interface ImageSourceArgs {
  /** Registry with an optional path that built images are pushed to, without scheme. */
  registry: string;
  /**
   * Registry that serves every image that is not built.
   * @default - their public registries
   */
  mirror?: string;
  /**
   * Ask the registry for the digest of each image that is given by tag.
   * @default false
   */
  resolveDigests?: boolean;
  /**
   * Manifest of a bundle: every image comes from the mirror by its digest, and nothing is built.
   * @default - none
   */
  bundle?: string;
}

/** An image that is wanted: built, or ready-made. */
export interface ImageArgs {
  /** Name of the service or task, and of what is built for it. */
  name: string;
  build?: BuildArgs;
  image?: string;
}

/** The one place through which every image goes that a program runs. */
export function imageSource({ registry, mirror, resolveDigests, bundle: file }: ImageSourceArgs) {
  const bundle = file === undefined ? undefined : readBundle(file);
  return ({ name, build, image = "" }: ImageArgs): Output<string> | string => {
    if (bundle) return bundled(bundle, build ? `${registry}/${name}` : image, mirror);
    if (build) return new BuiltImage(name, { build, registry, mirror }).reference;
    const reference = mirrored(image, mirror);
    return resolveDigests ? resolveDigest(reference) : reference;
  };
}
