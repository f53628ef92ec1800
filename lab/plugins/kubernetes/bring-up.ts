import { InitializationError } from "../protocol/errors.ts";
import type { Properties } from "../protocol/values.ts";
import { timeoutOf } from "./annotations.ts";
import { NotReadyError, untilReady } from "./await/until-ready.ts";
import { waitOf } from "./await/waits.ts";
import type { Context, Operation } from "./context.ts";
import { idOf } from "./objects.ts";
import type { KubernetesObject } from "./objects.ts";
import { outputsOf } from "./state.ts";

/** An object that was just applied. */
export interface Applied {
  /** As the API server answered. */
  object: KubernetesObject;
  /** As it was before. */
  before: KubernetesObject | undefined;
  inputs: Properties;
  fieldManager: string;
  /** The program's custom timeout in seconds; 0 where it has none. */
  timeout: number;
}

/**
 * Waits for an applied object and returns its outputs.
 * @throws InitializationError when it does not become ready: it stays in the state, and the next update tries again
 */
export async function bringUp(
  { cluster, environment }: Context,
  operation: Operation,
  applied: Applied,
): Promise<Properties> {
  const { object, before, inputs, fieldManager } = applied;
  const wait = waitOf(object, environment);
  if (object.kind === "CustomResourceDefinition") cluster.forgetKinds();
  if (!wait) return outputsOf(object, inputs, fieldManager);
  try {
    const timeout = timeoutOf(object, applied.timeout, wait.timeout);
    const live = await untilReady({ ...operation, cluster, object, before, wait, timeout });
    return outputsOf(live, inputs, fieldManager);
  } catch (error) {
    if (!(error instanceof NotReadyError)) throw error;
    const outputs = outputsOf(error.live, inputs, fieldManager);
    throw new InitializationError({ id: idOf(error.live), outputs, inputs }, error.reasons);
  }
}
