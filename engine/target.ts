import { readStack } from "../config/index.ts";
import { readStackFile } from "../offline/stack-file.ts";

/** Context of the cluster that this checkout brings along. */
const LAB = "lab";

/** A cluster of a stack. */
export interface TargetCluster {
  /** Context of the kubeconfig. */
  context: string;
  onLab: boolean;
  /** Names of its services among the outputs of the stack. */
  services: string[];
}

/** A stack that the engine is to work on. */
export interface Target {
  stack: string;
  /** The stack's file in the checkout. */
  file: string;
  environment: string;
  /** The clusters that it goes to, each with the Pulumi names of its services. */
  clusters: TargetCluster[];
  /** Whether any of them is the lab, which is then started for it. */
  onLab: boolean;
}

/**
 * Reads and checks the stack file before anything is built or started: a typing error must not cost ten minutes.
 *
 * @throws RunError with every problem of the stack file
 */
export function target(stack: string): Target {
  const { config, secretKeys } = readStackFile(stack);
  const { environment, clusters: configured } = readStack(config, secretKeys, stack);
  const clusters = configured.map(({ context, prefix, services }) => ({
    context,
    onLab: context === LAB,
    services: services.map(({ name }) => `${prefix}${name}`),
  }));
  const onLab = clusters.some((cluster) => cluster.onLab);
  return { stack, file: `Pulumi.${stack}.yaml`, environment, clusters, onLab };
}
