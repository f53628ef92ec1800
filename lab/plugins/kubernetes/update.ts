import type { UpdateRequest } from "../protocol/plugin.ts";
import { hasUnknown } from "../protocol/values.ts";
import type { Properties } from "../protocol/values.ts";
import { apply, forces, objectOf } from "./apply.ts";
import { bringUp } from "./bring-up.ts";
import { mustBeReachable } from "./context.ts";
import type { Context } from "./context.ts";
import { ApiError, UnknownKindError } from "./errors.ts";
import { withIgnored } from "./ignore-changes.ts";
import { parseId, title } from "./objects.ts";
import type { KubernetesObject } from "./objects.ts";
import { fieldManagerOf, previewOf } from "./state.ts";
import { isTakenOver, takeOver } from "./takeover.ts";

/** Applies new inputs to the object and waits until it is ready. */
export async function update(context: Context, request: UpdateRequest): Promise<Properties> {
  if (request.preview) return previewUpdate(context, request);
  if (context.settings.skipUpdateUnreachable && (await context.cluster.unreachable())) return request.oldOutputs;
  await mustBeReachable(context);
  const { news: inputs, log, timeout } = request;
  const fieldManager = fieldManagerOf(inputs.values, request.oldOutputs.values);
  const object = identified(objectOf(inputs.values), request);
  const before = await existing(context, object);
  const live = await takeOver(context.cluster, before, fieldManager);
  const wanted = withIgnored(object, live, fieldManager, request.ignoreChanges);
  const force = forces(inputs.values, context.settings);
  const applied = await apply(context.cluster, wanted, { fieldManager, force, dryRun: false }, log);
  return bringUp(context, request, { object: applied, before, inputs, fieldManager, timeout });
}

async function previewUpdate(context: Context, request: UpdateRequest): Promise<Properties> {
  const { news: inputs, log } = request;
  if (hasUnknown(inputs.values) || (await context.cluster.unreachable())) return inputs;
  const fieldManager = fieldManagerOf(inputs.values, request.oldOutputs.values);
  const object = identified(objectOf(inputs.values), request);
  try {
    const live = await existing(context, object);
    const wanted = withIgnored(object, live, fieldManager, request.ignoreChanges);
    // The update itself takes these managers' fields over first; a preview must not write.
    const force = forces(inputs.values, context.settings) || (live.metadata.managedFields ?? []).some(isTakenOver);
    return previewOf(
      await apply(context.cluster, wanted, { fieldManager, force, dryRun: true }, log),
      inputs,
      fieldManager,
    );
  } catch (error) {
    if (error instanceof UnknownKindError || (error instanceof ApiError && error.code === 403)) return inputs;
    throw error;
  }
}

/** A name that the API server made is in the id only. */
function identified(object: KubernetesObject, { id }: UpdateRequest): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, ...parseId(id) } };
}

async function existing({ cluster }: Context, object: KubernetesObject): Promise<KubernetesObject> {
  const live = await cluster.find(object);
  if (!live)
    throw new Error(
      `${title(object)} is no longer there; \`pulumi refresh\` drops it from the state, and the next \`up\` creates it.`,
    );
  return live;
}
