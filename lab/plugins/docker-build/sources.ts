import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { BuildSources } from "./context/hash.ts";
import type { ImageInputs } from "./inputs.ts";

/** True for what the builder fetches itself: git repositories, archives, images. */
export function isRemote(location: string): boolean {
  return /^(https?|git|ssh|docker-image|oci-layout|target):\/\/|^git@|^github\.com\//.test(location);
}

/** The defaults that the official provider writes into the inputs: the current folder, and the Dockerfile in the context. */
export function withDefaultSources(inputs: ImageInputs): ImageInputs {
  const context = { ...inputs.context, location: inputs.context?.location ?? "." };
  const { dockerfile } = inputs;
  if (isRemote(context.location) || dockerfile?.location || dockerfile?.inline) return { ...inputs, context };
  return { ...inputs, context, dockerfile: { ...dockerfile, location: join(context.location, "Dockerfile") } };
}

/** True for a folder of this machine. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** The part of a build's sources that lies on this machine. */
export function localSources({ context, dockerfile }: ImageInputs): BuildSources {
  const named = Object.entries(context?.named ?? {}).map(([name, { location }]) => [name, location] as const);
  const folder = context?.location ?? ".";
  const file = dockerfile?.location;
  return {
    ...(!isRemote(folder) && { context: folder }),
    ...(file !== undefined && !isRemote(file) && !isRemote(folder) && { dockerfile: file }),
    named: Object.fromEntries(named.filter(([, location]) => !isRemote(location))),
  };
}
