import { ComponentResource, secret, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { Secret } from "@pulumi/kubernetes/core/v1/index.js";
import { ownedBy, type OwnerArgs } from "./owner.ts";

/** Arguments of {@link HashedSecret}. */
export interface HashedSecretArgs {
  /**
   * Kubernetes name, to which random letters are added.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace of the Secret. */
  namespace: Input<string>;
  /** Values by key. Pulumi keeps them as secrets whether or not they came as such. */
  values: Record<string, Input<string>>;
  /** With whose end all values, the present ones and those of before, are collected. */
  owner: OwnerArgs;
  /**
   * Labels of the Secret.
   * @default - none
   */
  labels?: Record<string, string>;
}

/**
 * Values in an immutable Secret with a name of its own for each set of values: pods that mount it are rolled by a rotation,
 * and a rollback finds the values of before, which stay in the cluster until their owner goes. Costs nothing by itself.
 *
 * @example
 * new HashedSecret("orders-secrets", { namespace: shop.namespace, values: { DB_PASSWORD: password }, owner });
 */
export class HashedSecret extends ComponentResource {
  /** Kubernetes name of the Secret. */
  readonly secret: Output<string>;

  constructor(name: string, args: HashedSecretArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:HashedSecret", name, {}, opts);

    const values = Object.entries(args.values).map(([key, value]) => [key, secret(value)] as const);
    const kept = new Secret(
      name,
      {
        metadata: {
          // Not a digest: names stand in pod templates, events and metrics, which far more people may read than the
          // Secret, and a PIN or a word of a dictionary is found from its digest in no time, however slow the function;
          // a keyed one would need a key to keep. The API server's random letters say nothing. A change of the values
          // replaces an immutable Secret (that is Pulumi's rule for its data), which gives it a new name; no change
          // keeps it, because Pulumi's state remembers the object.
          generateName: `${args.name ?? name}-`,
          namespace: args.namespace,
          labels: args.labels,
          ownerReferences: ownedBy(args.owner),
        },
        immutable: true,
        stringData: Object.fromEntries(values),
      },
      // As in HashedConfig: old ReplicaSets name the old values.
      { parent: this, retainOnDelete: true },
    );

    this.secret = kept.metadata.name;
    this.registerOutputs({ secret: this.secret });
  }
}
