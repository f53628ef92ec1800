import { all, ComponentResource, output, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/index.js";
import { contentHash } from "./hash.ts";
import { ownedBy, type OwnerArgs } from "./owner.ts";

/** Arguments of {@link HashedConfig}. */
export interface HashedConfigArgs {
  /**
   * Kubernetes name, to which the hash of the content is added.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace of the ConfigMap. */
  namespace: Input<string>;
  /** Content by file name. Not for secrets: it stands in the manifest, and its digest in the name. */
  files: Record<string, Input<string>>;
  /** With whose end all contents, the present one and those of before, are collected. */
  owner: OwnerArgs;
  /**
   * Labels of the ConfigMap.
   * @default - none
   */
  labels?: Record<string, string>;
}

/**
 * Files in an immutable ConfigMap that is named by their content: pods that mount it are rolled when the content changes,
 * and a rollback finds the content of before, which stays in the cluster until its owner goes. Costs nothing by itself.
 *
 * @example
 * new HashedConfig("orders-config", { namespace: shop.namespace, files: { "orders.yaml": text }, owner });
 */
export class HashedConfig extends ComponentResource {
  /** Kubernetes name of the ConfigMap, known as soon as the content is. */
  readonly configMap: Output<string>;

  constructor(name: string, args: HashedConfigArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:HashedConfig", name, {}, opts);
    const hashed = output(args.files).apply((files) => `${args.name ?? name}-${contentHash(files)}`);

    const config = new ConfigMap(
      name,
      {
        metadata: {
          name: hashed,
          namespace: args.namespace,
          labels: args.labels,
          ownerReferences: ownedBy(args.owner),
        },
        immutable: true,
        data: args.files,
      },
      // Old ReplicaSets name the old content: `kubectl rollout undo`, or a controller's, must find it. The owner's end,
      // not Pulumi, takes it away; `make up` takes what no revision names any more.
      { parent: this, retainOnDelete: true },
    );

    // The urn, unlike the rest of a resource, is known in a preview, so that the pods' diff shows the new name.
    this.configMap = all([hashed, config.urn]).apply(([known]) => known);
    this.registerOutputs({ configMap: this.configMap });
  }
}
