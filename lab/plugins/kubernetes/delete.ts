import type { DeleteRequest } from "../protocol/plugin.ts";
import { SKIP_AWAIT, isAnnotated, propagationPolicy, timeoutOf } from "./annotations.ts";
import { pause } from "./await/pause.ts";
import type { Context } from "./context.ts";
import { mustBeReachable } from "./context.ts";
import { UnknownKindError, isNotFound, isTransient } from "./errors.ts";
import { list, title } from "./objects.ts";
import type { Condition, KubernetesObject } from "./objects.ts";
import { referenceTo } from "./reference.ts";
import { fieldManagerOf } from "./state.ts";
import { isPatchToken } from "./types.ts";

/** In seconds, where the program sets no other. */
const TIMEOUT = 600;

/** Kinds whose deletion skipAwait does not wait for; that of the others is quick, and what comes next relies on it. */
const SKIPPABLE = new Set([
  "Namespace",
  "Pod",
  "ReplicationController",
  "DaemonSet",
  "Deployment",
  "StatefulSet",
  "Job",
]);

/** Deletes an object and waits until it is gone, finalizers included. One that is gone already is a success. */
export async function remove(context: Context, request: DeleteRequest): Promise<void> {
  if (context.settings.deleteUnreachable && (await context.cluster.unreachable())) return;
  await mustBeReachable(context);
  const inputs = request.inputs.values;
  const reference = referenceTo(request.type, request.id, inputs);
  const live = await context.cluster.find(reference);
  if (!live) return;

  if (isPatchToken(request.type)) {
    // Applying nothing gives up every field that this manager owns; the object itself is not ours.
    const fieldManager = fieldManagerOf(inputs, request.outputs.values);
    await context.cluster.apply(reference, { fieldManager, force: false, dryRun: false });
    return;
  }
  try {
    await context.cluster.delete(reference, propagationPolicy(inputs));
  } catch (error) {
    if (isNotFound(error) || error instanceof UnknownKindError) return;
    throw error;
  }
  if (isAnnotated(inputs, SKIP_AWAIT) && SKIPPABLE.has(live.kind)) return;
  await untilGone(context, request, live);
  if (live.kind === "CustomResourceDefinition") context.cluster.forgetKinds();
}

async function untilGone(
  { cluster }: Context,
  { inputs, timeout, log, signal }: DeleteRequest,
  object: KubernetesObject,
): Promise<void> {
  const seconds = timeoutOf(inputs.values, timeout, TIMEOUT);
  const deadline = Date.now() + seconds * 1000;
  let left: KubernetesObject | undefined = object;
  for (let attempt = 0; ; attempt += 1) {
    left = await cluster.find(object).catch((error: unknown) => {
      if (isTransient(error)) return left;
      throw error;
    });
    // Another one of the same name is not the one that was deleted.
    if (!left || left.metadata.uid !== object.metadata.uid) break;
    if (signal.aborted || Date.now() >= deadline) {
      const why = signal.aborted ? "the operation was cancelled" : `timed out after ${seconds} s`;
      throw new Error(`${title(object)} is not gone: ${why}; ${remains(left)}.`);
    }
    log.status(`Waiting for ${title(object)} to be gone; ${remains(left)}`);
    await pause(attempt, deadline, signal);
  }
  log.status("");
}

/** What keeps a deleted object: its finalizers, and for a namespace what is still in it. */
function remains(object: KubernetesObject): string {
  const conditions = list<Condition>(object, "status", "conditions").filter(
    ({ type, status }) => type.startsWith("Namespace") && status === "True",
  );
  const contents = conditions.map(({ message }) => message ?? "");
  const finalizers = object.metadata.finalizers ?? [];
  return [...contents, finalizers.length > 0 ? `finalizers: ${finalizers.join(", ")}` : "it is terminating"].join("; ");
}
