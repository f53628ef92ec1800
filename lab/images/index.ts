import type { ToolPaths } from "../tools/paths.ts";
import { ensureImage } from "./build.ts";
import { coredns } from "./coredns.ts";
import { golang } from "./golang.ts";
import type { LabImage } from "./image.ts";
import { observability } from "./observability.ts";
import { pause } from "./pause.ts";
import { traefik } from "./traefik.ts";

/** Images that the lab itself supplies, by a short name. */
export const labImages = { pause, coredns, golang, traefik, ...observability } as const satisfies Record<
  string,
  LabImage
>;

export type LabImageName = keyof typeof labImages;

/** The name under which the node and its pods find an image: `localhost:5000/slipway/pause:1`. */
export function labImageReference(name: LabImageName, registry = "localhost:5000"): string {
  const { repository, tag } = labImages[name];
  return `${registry}/${repository}:${tag}`;
}

/** Where images come from and go to. */
export interface LabImageOptions {
  /** Where the lab's tools are: some are put into images. */
  tools: Pick<ToolPaths, "bin">;
  /** @default "localhost:5000" */
  registry?: string;
  /** Told of each image that had to be made, when it is in the registry. */
  onMade?: (name: LabImageName) => void;
}

/**
 * Makes sure that the lab's registry has these images, each as this machine would make it now. An image that is there
 * costs one small request; making one takes a second (a first `pause` is compiled: 6 s; `golang`, 230 MB: 2 s, and a
 * download where the machine has another Go). Each call stands by itself, so that nothing waits for what it does not need.
 *
 * @throws LabError naming what the machine lacks for an image
 * @example await ensureLabImages(["pause", "coredns"], { tools });
 */
export async function ensureLabImages(names: readonly LabImageName[], options: LabImageOptions): Promise<void> {
  const { tools, registry = "localhost:5000", onMade } = options;
  await Promise.all(
    names.map(async (name) => {
      const image: LabImage = labImages[name];
      if (await ensureImage(image, await image.plan(tools), registry)) onMade?.(name);
    }),
  );
}
