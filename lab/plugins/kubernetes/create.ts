import { setTimeout as sleep } from "node:timers/promises";
import type { CreateRequest, Created } from "../protocol/plugin.ts";
import { hasUnknown, without } from "../protocol/values.ts";
import { apply, forces, objectOf } from "./apply.ts";
import { bringUp } from "./bring-up.ts";
import { mustBeReachable } from "./context.ts";
import type { Context } from "./context.ts";
import { ApiError, UnknownKindError, isNamespaceMissing } from "./errors.ts";
import { idOf, title } from "./objects.ts";
import type { KubernetesObject } from "./objects.ts";
import { fieldManagerOf, previewOf } from "./state.ts";
import { isPatchToken } from "./types.ts";

/** Seconds before each further try to create what its kind or namespace is not there for yet. */
const PAUSES = [1, 2, 4, 8, 16];

/** Creates an object and waits until it is ready. */
export async function create(context: Context, request: CreateRequest): Promise<Created> {
  if (request.preview) return { id: "", outputs: await previewCreate(context, request) };
  await mustBeReachable(context);
  const { inputs, log } = request;
  const object = objectOf(inputs.values);
  const fieldManager = fieldManagerOf(inputs.values, {});
  const force = forces(inputs.values, context.settings);

  const applied = await inOrder(request, async () => {
    const placed = await corrected(context, object);
    await refuseTaken(context, request, placed);
    return apply(context.cluster, placed, { fieldManager, force, dryRun: false }, log);
  });
  const outputs = await bringUp(context, request, {
    object: applied,
    before: undefined,
    inputs,
    fieldManager,
    timeout: request.timeout,
  });
  return { id: idOf(applied), outputs };
}

/** What is known of the outputs: the API server's dry run; the inputs where it cannot say. */
async function previewCreate(context: Context, { inputs, log }: CreateRequest): Promise<Created["outputs"]> {
  if (hasUnknown(inputs.values) || (await context.cluster.unreachable())) return inputs;
  const fieldManager = fieldManagerOf(inputs.values, {});
  try {
    // Forced: in a replacement the old object, with another manager, is still there.
    const how = { fieldManager, force: true, dryRun: true };
    return previewOf(await apply(context.cluster, objectOf(inputs.values), how, log), inputs, fieldManager);
  } catch (error) {
    if (isOfPreview(error)) return inputs;
    throw error;
  }
}

/** Refusals that the real creation will not meet: what is missing will be there, what is in the way will be gone. */
function isOfPreview(error: unknown): boolean {
  if (error instanceof UnknownKindError || isNamespaceMissing(error)) return true;
  return (
    error instanceof ApiError &&
    (error.code === 403 || /field is immutable|may not change once set|Forbidden: updates to/.test(error.message))
  );
}

/** Two programs that create one object would delete it from under each other. */
async function refuseTaken(
  { cluster, settings }: Context,
  { type }: CreateRequest,
  object: KubernetesObject,
): Promise<void> {
  if (!object.metadata.name) return;
  const existing = await cluster.find(object);
  if (isPatchToken(type) && !existing) throw new Error(`${title(object)} is not there to be patched.`);
  if (isPatchToken(type) || !existing || settings.upsertExistingObjects) return;
  throw new Error(
    `${title(object)} already exists; adopt it with the resource option \`import: "${idOf(existing)}"\`, ` +
      "delete it, or set upsertExistingObjects on the provider.",
  );
}

/** The namespace was filled in while the API server did not know the kind. */
async function corrected({ cluster }: Context, object: KubernetesObject): Promise<KubernetesObject> {
  if ((await cluster.resource(object)).namespaced) return object;
  return { ...object, metadata: without(object.metadata, "namespace") };
}

/** Programs order less than they should, a custom resource before its kind most of all: it is tried again for a while. */
async function inOrder<Result>({ log, signal }: CreateRequest, attempt: () => Promise<Result>): Promise<Result> {
  for (const [index, pause] of PAUSES.entries()) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof UnknownKindError) && !isNamespaceMissing(error)) throw error;
      log.status(`Retry #${index + 1}; creation failed: ${error instanceof Error ? error.message : ""}`);
      await sleep(pause * 1000, undefined, { signal });
    }
  }
  return attempt();
}
