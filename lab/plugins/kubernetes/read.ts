import { InitializationError } from "../protocol/errors.ts";
import type { ReadRequest, ReadResult } from "../protocol/plugin.ts";
import { without } from "../protocol/values.ts";
import type { Properties, ValueMap } from "../protocol/values.ts";
import { look, notReady } from "./await/until-ready.ts";
import { waitOf } from "./await/waits.ts";
import { prune } from "./compare.ts";
import { unreachable } from "./context.ts";
import type { Context } from "./context.ts";
import { normalise } from "./normalise.ts";
import { referenceTo } from "./reference.ts";
import type { KubernetesObject } from "./objects.ts";
import { marked } from "./secrets.ts";
import { fieldManagerOf, outputsOf } from "./state.ts";

/**
 * The live object. Refresh: inputs are what the live object has of the old ones, so that the next diff sees drift.
 * Import (no inputs): they are all that a person could have written.
 *
 * @returns undefined when it is gone
 * @throws InitializationError when it is there but not ready
 */
export async function read(context: Context, request: ReadRequest): Promise<ReadResult | undefined> {
  const { id, log } = request;
  const reason = await context.cluster.unreachable();
  if (reason) {
    log.warning(unreachable(reason));
    return withoutCluster(context, request);
  }
  const live = await context.cluster.find(referenceTo(request.type, id, request.inputs.values));
  if (!live) return undefined;

  const isImport = Object.keys(request.inputs.values).length === 0;
  const fieldManager = fieldManagerOf(request.inputs.values, request.outputs.values);
  const values = isImport ? writable(live) : prune(live as ValueMap, normalise(request.inputs.values));
  const inputs = marked(values, request.inputs);
  const outputs = outputsOf(live, request.inputs, fieldManager);
  if (!isImport) await mustBeReady(context, live, { id, inputs, outputs });
  return { id, inputs, outputs };
}

function withoutCluster({ settings }: Context, { id, inputs, outputs }: ReadRequest): ReadResult | undefined {
  if (settings.deleteUnreachable) return undefined;
  if (settings.skipUpdateUnreachable) return { id, inputs, outputs };
  throw new Error(
    "failed to read resource state due to unreachable cluster; if the cluster was deleted, set PULUMI_K8S_DELETE_UNREACHABLE=true " +
      "to drop its resources from the state.",
  );
}

async function mustBeReady(
  { cluster, environment }: Context,
  object: KubernetesObject,
  resource: { id: string; inputs: Properties; outputs: Properties },
): Promise<void> {
  const wait = waitOf(object, environment);
  if (!wait) return;
  const seen = await look({ cluster, object, before: undefined, wait });
  if (seen.verdict.state === "waiting")
    throw new InitializationError(resource, notReady(seen, seen.verdict.step).reasons);
  if (seen.verdict.state === "failed")
    throw new InitializationError(resource, notReady(seen, seen.verdict.reason).reasons);
}

/** Metadata that the API server and its controllers write. */
const SERVER_SET = new Set([
  "creationTimestamp",
  "deletionGracePeriodSeconds",
  "deletionTimestamp",
  "generation",
  "managedFields",
  "resourceVersion",
  "selfLink",
  "uid",
]);
const SERVER_SET_ANNOTATIONS = new Set([
  "deployment.kubernetes.io/revision",
  "deprecated.daemonset.template.generation",
  "kubectl.kubernetes.io/last-applied-configuration",
]);

/** The live object without what nobody writes into a program. */
export function writable(live: KubernetesObject): ValueMap {
  const { annotations = {}, ...others } = live.metadata;
  const kept = Object.entries(others).filter(([field]) => !SERVER_SET.has(field));
  const notes = Object.entries(annotations).filter(([name]) => !SERVER_SET_ANNOTATIONS.has(name));
  const annotated = notes.length > 0 ? { annotations: Object.fromEntries(notes) } : {};
  return {
    ...(without(live, "status") as ValueMap),
    metadata: { ...(Object.fromEntries(kept) as ValueMap), ...annotated },
  };
}
