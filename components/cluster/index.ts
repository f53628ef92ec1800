import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { ownFields } from "./ownership.ts";

/**
 * A cluster as the options of whatever runs in it.
 *
 * @param context context of the kubeconfig
 * @param name what tells the cluster from others of the program
 *
 * @example
 * new Environment("shop", { quota }, inCluster("prod"));
 */
export function inCluster(context: string, name = "cluster"): ComponentResourceOptions {
  const provider = new Provider(name, {
    context,
    // Without it a rotated kubeconfig looks like another cluster, and everything would be replaced.
    clusterIdentifier: context,
    // An `up` that was killed may have created objects that its state does not know: the next one takes them over.
    upsertExistingObjects: true,
    // A ConfigMap that is not immutable is one whose readers follow it: it changes in place instead of being replaced.
    enableConfigMapMutable: true,
  });
  return { provider, transforms: [ownFields] };
}
