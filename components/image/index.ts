import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Image } from "@pulumi/docker-build/image.js";
import { buildSpec, type BuildArgs } from "./build.ts";
import { withDigest } from "./resolve.ts";
import { revisionOf } from "./revision.ts";

export type { BuildArgs } from "./build.ts";

/** Arguments of {@link BuiltImage}. */
export interface BuiltImageArgs {
  /** What to build. Plain, because it decides what is built. */
  build: BuildArgs;
  /** Registry with an optional path that the image is pushed to, without scheme. */
  registry: string;
  /**
   * Registry that serves the base images.
   * @default - their public registries
   */
  mirror?: string;
}

/**
 * An image built from a service's source with BuildKit, pushed, and deployed by its digest: a tag can be moved, a digest
 * cannot. Costs a build when something in its context changed.
 *
 * @example
 * new BuiltImage("orders", { build: { context: "services/orders" }, registry: "registry.acme.dev/slipway" });
 */
export class BuiltImage extends ComponentResource {
  /** `repository@digest`; `repository:tag` where nothing was built, as in rendered manifests. */
  readonly reference: Output<string>;

  constructor(name: string, args: BuiltImageArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:BuiltImage", name, {}, opts);
    const repository = `${args.registry}/${name}`;
    const revision = revisionOf(args.build.context);

    const image = new Image(name, buildSpec(args.build, repository, revision, args.mirror), { parent: this });

    const tagged = `${repository}:${revision.commit}`;
    this.reference = image.digest.apply((digest?: string) => withDigest(tagged, digest));
    this.registerOutputs({ reference: this.reference });
  }
}
