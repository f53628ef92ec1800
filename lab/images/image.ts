import type { ToolPaths } from "../tools/paths.ts";

/** What an image starts with, as `docker inspect` shows it. */
export interface ImageConfig {
  User?: string;
  Env?: string[];
  Entrypoint?: string[];
  Cmd?: string[];
  WorkingDir?: string;
}

/** A folder of this machine that becomes a layer. */
export interface Layer {
  folder: string;
  /** Where it appears in the image, relative to `/`. @default the image's root itself */
  at?: string;
  /** Names directly below the folder that stay out. */
  without?: readonly string[];
}

/** An image that nobody else supplies to the lab. */
export interface LabImage {
  /** Path in the lab's registry: upstream's own, so that a mirror of docker.io finds it. */
  repository: string;
  tag: string;
  /** Looks at the machine: what the image will be made of. Cheap, for it is asked on every `lab up`. */
  plan: (tools: Pick<ToolPaths, "bin">) => Promise<Plan>;
}

/** An image about to be made. */
export interface Plan {
  config: ImageConfig;
  /** Everything that decides the content; when it is as before, the image is not made again. */
  ingredients: readonly string[];
  /** Puts files into `root`, the image's first layer, and names folders that become further layers. */
  fill: (root: string) => Promise<readonly Layer[]>;
}
