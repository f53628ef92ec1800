import { output, type Input, type Output } from "@pulumi/pulumi";
import type { meta } from "@pulumi/kubernetes/types/input.js";

/** The object with which another one goes: the cluster's garbage collector takes away what has lost its owner. */
export interface OwnerArgs {
  /** Such as `v1`. */
  apiVersion: Input<string>;
  /** Such as `ServiceAccount`. */
  kind: Input<string>;
  /** Its name, in the namespace of what it owns. */
  name: Input<string>;
  /** Its uid, as the cluster gave it. */
  uid: Input<string>;
}

/**
 * The reference to an owner. Its deletion waits for what it owns, so that a `destroy` that has ended has left nothing.
 * Where no cluster has given it a uid, as in rendered manifests, there is no reference: the API server refuses one
 * without a uid.
 */
export function ownedBy({ uid, ...owner }: OwnerArgs): Output<meta.v1.OwnerReference[] | undefined> {
  return output(uid).apply((known: string | undefined) =>
    known ? [{ ...owner, uid: known, blockOwnerDeletion: true }] : undefined,
  );
}
