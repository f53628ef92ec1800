import type { core } from "@pulumi/kubernetes/types/input.js";

/** Seconds until every node and gateway has forgotten a pod that is going away. */
const PROPAGATION = 5;
/** Seconds that a service has for the requests it still holds. */
const DRAIN = 20;
/** Seconds to flush traces and exit. */
const EXIT = 5;

/**
 * A pod leaves no request behind: endpoints forget it before the server stops accepting (the kubelet's own sleep needs
 * no shell in the image), and the kubelet outwaits both.
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/3960-pod-lifecycle-sleep-action
 */
export const shutdown = {
  lifecycle: { preStop: { sleep: { seconds: PROPAGATION } } } satisfies core.v1.Lifecycle,
  terminationGracePeriodSeconds: PROPAGATION + DRAIN + EXIT,
};
