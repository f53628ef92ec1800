import { createHash, randomBytes } from "node:crypto";
import type { Autonaming } from "../protocol/plugin.ts";
import { UNKNOWN, isMap } from "../protocol/values.ts";
import type { ValueMap } from "../protocol/values.ts";
import { AUTONAMED, isAnnotated } from "./annotations.ts";
import { text } from "./objects.ts";

/** An object that gets no name. */
export class NamingError extends Error {}

/** What a name is made from. */
export interface Naming {
  /** The resource's name in the program. */
  resourceName: string;
  randomSeed: Uint8Array;
  autonaming: Autonaming;
}

/**
 * Inputs with a name: their own; else the automatic one of before, so that an update keeps it; else a new
 * automatic one. `generateName` and what is not known yet are left as they are.
 *
 * @throws NamingError when the engine's `pulumi:autonaming` forbids automatic names
 */
export function named(inputs: ValueMap, oldInputs: ValueMap, naming: Naming): ValueMap {
  const metadata = inputs.metadata ?? {};
  if (!isMap(metadata) || metadata.name != null || metadata.generateName != null) return inputs;
  if (metadata.annotations === UNKNOWN) return inputs;
  const name = isAnnotated(oldInputs, AUTONAMED) ? text(oldInputs, "metadata", "name") : automaticName(naming);
  const annotations = isMap(metadata.annotations) ? metadata.annotations : {};
  return { ...inputs, metadata: { ...metadata, name, annotations: { ...annotations, [AUTONAMED]: "true" } } };
}

function automaticName({ resourceName, randomSeed, autonaming }: Naming): string {
  switch (autonaming.mode) {
    case "disabled":
      throw new NamingError("automatic naming is disabled by pulumi:autonaming; set metadata.name.");
    case "enforce":
    case "propose":
      return autonaming.proposedName;
    case "default":
      return `${resourceName}-${hex(randomSeed)}`;
  }
}

/** Eight hex digits that stay the same for a seed. */
function hex(seed: Uint8Array): string {
  const source = seed.length > 0 ? seed : randomBytes(16);
  return createHash("sha256").update(source).digest("hex").slice(0, 8);
}

/** A field manager of its own for each resource, so that two stacks that manage one object notice each other. */
export function newFieldManager(): string {
  return `pulumi-kubernetes-${randomBytes(4).toString("hex")}`;
}
