import { readStack } from "../config/index.ts";
import { readStackFile } from "../offline/stack-file.ts";

/** Context of the cluster that this checkout brings along. */
const LAB = "lab";

/** A stack that the engine is to work on. */
export interface Target {
  stack: string;
  /** The stack's file in the checkout. */
  file: string;
  environment: string;
  /** Context of the kubeconfig. */
  context: string;
  /** Whether the stack runs on the lab, which is then started for it. */
  onLab: boolean;
}

/**
 * Reads and checks the stack file before anything is built or started: a typing error must not cost ten minutes.
 *
 * @throws RunError with every problem of the stack file
 */
export function target(stack: string): Target {
  const { config, secretKeys } = readStackFile(stack);
  const { environment, cluster } = readStack(config, secretKeys, stack);
  return { stack, file: `Pulumi.${stack}.yaml`, environment, context: cluster.context, onLab: cluster.context === LAB };
}
