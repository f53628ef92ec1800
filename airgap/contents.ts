import { canonical, mirrored } from "../components/image/mirror.ts";
import { images } from "../offline/images.ts";
import { declaredResources } from "../offline/recorder.ts";
import type { StackFile } from "../offline/stack-file.ts";

/** An image that goes into a bundle. */
export interface Wanted {
  /** Its own name, whatever mirror it is read from. */
  reference: string;
  /** Where it is read from: the stack's mirror, if it has one. */
  source: string;
  /** Whether the stack builds it itself. */
  built: boolean;
}

/** Key of the stack file that says where images come from. */
const IMAGES = "slipway:images";

/** Every image that a stack runs or builds on, as it is called where no mirror is in between. Once in a process. */
export async function contents(stack: string, file: StackFile): Promise<Wanted[]> {
  const { mirror, ...direct } = JSON.parse(file.config[IMAGES] ?? "{}") as Record<string, string>;
  delete direct.bundle;
  const config = { ...file.config, [IMAGES]: JSON.stringify(direct) };
  const used = images(await declaredResources(stack, { ...file, config }));
  return used.map(({ reference, built }) => ({
    reference: canonical(reference),
    // A mirror holds what others make; what the stack builds is in its own registry.
    source: built ? reference : mirrored(reference, mirror),
    built,
  }));
}
