import type { core } from "@pulumi/kubernetes/types/input.js";

/** How a pod goes away, in whole seconds. Plain, because the timings are checked against each other. */
export interface ShutdownArgs {
  /**
   * Seconds until every node and gateway has forgotten a pod that is going away; the process is told only then.
   * @default 5
   */
  propagation?: number;
  /**
   * Seconds that the process has for the requests it still holds.
   * @default 20
   */
  drain?: number;
}

/** {@link ShutdownArgs} in full, with the time that the kubelet grants for all of it. */
export interface Shutdown extends Required<ShutdownArgs> {
  grace: number;
}

/** Seconds to flush traces and exit. */
const EXIT = 5;

/**
 * Longest grace period: what node drains and the cluster autoscaler wait for a pod.
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md (max-graceful-termination-sec)
 */
const MAX_GRACE = 600;

/** The kubelet outwaits endpoint propagation and drain. */
export function effectiveShutdown({ propagation = 5, drain = 20 }: ShutdownArgs = {}): Shutdown {
  return { propagation, drain, grace: propagation + drain + EXIT };
}

export function shutdownProblems({ propagation, drain, grace }: Shutdown): string[] {
  if (grace <= MAX_GRACE) return [];
  return [
    `shutdown: propagation (${propagation} s) and drain (${drain} s) with ${EXIT} s to exit exceed the ${MAX_GRACE} s that a node drain waits; lower them to ${MAX_GRACE - EXIT} s together.`,
  ];
}

/**
 * A pod leaves no request behind: endpoints forget it before the server stops accepting. The kubelet's own sleep needs
 * no shell in the image.
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/3960-pod-lifecycle-sleep-action
 */
export function preStop({ propagation }: Shutdown): core.v1.Lifecycle {
  return { preStop: { sleep: { seconds: propagation } } };
}
