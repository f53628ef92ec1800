import type { Log } from "../protocol/plugin.ts";
import type { ValueMap } from "../protocol/values.ts";
import { PATCH_FORCE, isAnnotated } from "./annotations.ts";
import type { Applied, Cluster } from "./cluster.ts";
import { ApiError } from "./errors.ts";
import { normalise } from "./normalise.ts";
import { title } from "./objects.ts";
import type { KubernetesObject } from "./objects.ts";
import type { Settings } from "./settings.ts";

/** How to apply an object. */
export interface Application {
  fieldManager: string;
  /** Take over fields of other managers. */
  force: boolean;
  dryRun: boolean;
}

/** Inputs as the object to send: normalised, absent and null values left out. */
export function objectOf(inputs: ValueMap): KubernetesObject {
  return JSON.parse(JSON.stringify(normalise(inputs), (_, value: unknown) => value ?? undefined)) as KubernetesObject;
}

/** True when the program wants its values whoever manages the fields. */
export function forces(inputs: ValueMap, settings: Settings): boolean {
  return isAnnotated(inputs, PATCH_FORCE) || settings.enablePatchForce;
}

/**
 * Applies an object and passes on what the API server warns of.
 * @throws Error that names the other manager and the fields where both want to have a say
 */
export async function apply(
  cluster: Cluster,
  object: KubernetesObject,
  how: Application,
  log: Log,
): Promise<KubernetesObject> {
  const answer = object.metadata.name ? cluster.apply(object, how) : cluster.create(object, how);
  const { object: live, warnings } = await answer.catch((error: unknown): Promise<Applied> => {
    throw isConflict(error) ? conflict(error, object, how.fieldManager) : error;
  });
  for (const warning of warnings) log.warning(warning);
  return live;
}

function isConflict(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    error.code === 409 &&
    error.causes.some(({ reason }) => reason === "FieldManagerConflict")
  );
}

function conflict(error: ApiError, object: KubernetesObject, fieldManager: string): Error {
  const fields = error.causes.map(({ field = "", message = "" }) => `${field} (${message})`);
  return new Error(
    `${title(object)}: Server-Side Apply field conflict detected. The resource managed by field manager "${fieldManager}" ` +
      `had an apply conflict: ${fields.join(", ")}. Remove the field here or there, or set the annotation ` +
      `${PATCH_FORCE}: "true" to take it over.`,
  );
}
