import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { ownFields } from "./ownership.ts";

/**
 * A cluster as the options of whatever runs in it.
 *
 * @param context context of the kubeconfig
 *
 * @example
 * new Environment("shop", { quota }, inCluster("prod"));
 */
export function inCluster(context: string): ComponentResourceOptions {
  const provider = new Provider("cluster", {
    context,
    // Without it a rotated kubeconfig looks like another cluster, and everything would be replaced.
    clusterIdentifier: context,
    // An `up` that was killed may have created objects that its state does not know: the next one takes them over.
    upsertExistingObjects: true,
  });
  return { provider, transforms: [ownFields] };
}
