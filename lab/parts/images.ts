import { ensureLabImages, type LabImageName } from "../images/index.ts";
import type { TaskPart } from "./part.ts";
import { REGISTRY } from "./registry.ts";

function imagesPart(name: string, images: readonly LabImageName[]): TaskPart {
  return {
    name,
    after: ["registry-host"],
    run: ({ tools }) => ensureLabImages(images, { tools, registry: REGISTRY }),
  };
}

/** What the node's own pods need. */
export const nodeImages = imagesPart("node images", ["pause", "coredns"]);

/** What the Dockerfiles of services start from. */
export const baseImages = imagesPart("base images", ["golang"]);

/** What takes requests from outside the cluster. */
export const gatewayImage = imagesPart("gateway image", ["traefik"]);
