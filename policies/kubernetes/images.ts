import type { Field } from "../values/field.ts";
import type { Pod } from "./pods.ts";

/** The images of a pod: its containers', and those that it mounts as volumes (KEP-4639). */
export function imagesOf({ spec, containers }: Pod): Field[] {
  const volumes = spec
    .at("volumes")
    .items()
    .filter((volume) => volume.at("image").absent !== true);
  return [
    ...containers.map((container) => container.spec.at("image")),
    ...volumes.map((volume) => volume.at("image", "reference")),
  ];
}
