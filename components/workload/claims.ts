import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";

/** Storage that outlives the pods: one for each pod of a StatefulSet, one for all of a Deployment. */
export interface ClaimArgs {
  /** Size, such as `10Gi`. */
  size: Input<string>;
  /**
   * Storage class.
   * @default - the cluster's default
   */
  storageClass?: Input<string>;
  /**
   * Who may mount it. Plain, because `ReadWriteOnce` allows a Deployment one pod.
   * @default "ReadWriteOnce"
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
   */
  accessMode?: "ReadWriteOnce" | "ReadWriteMany";
}

/** What becomes of the storage. */
export interface ClaimRetentionArgs {
  /**
   * When the service is deleted.
   * @default "Retain"
   */
  whenDeleted?: "Retain" | "Delete";
  /**
   * When a StatefulSet has fewer pods than before.
   * @default "Retain"
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
   */
  whenScaled?: "Retain" | "Delete";
}

/** A volume whose content is claimed. */
export interface Claimed {
  name: string;
  claim: ClaimArgs;
}

export function claimsOf(volumes: readonly { name: string; claim?: ClaimArgs }[]): Claimed[] {
  return volumes.flatMap(({ name, claim }) => (claim ? [{ name, claim }] : []));
}

/** True where a second pod would wait for ever for the storage of the first. */
export function isExclusive({ claim: { accessMode = "ReadWriteOnce" } }: Claimed): boolean {
  return accessMode === "ReadWriteOnce";
}

export function claimSpec({
  size,
  storageClass,
  accessMode = "ReadWriteOnce",
}: ClaimArgs): core.v1.PersistentVolumeClaimSpec {
  return {
    accessModes: [accessMode],
    resources: { requests: { storage: size } },
    ...(storageClass !== undefined && { storageClassName: storageClass }),
  };
}
