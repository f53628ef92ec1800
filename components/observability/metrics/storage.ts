import type { ProgramVolumeArgs } from "../../program/index.ts";
import { byteQuantity, bytes } from "../../quantity.ts";

/** What Prometheus keeps, and for how long: the time or the size, whichever comes first. */
export interface StorageArgs {
  /**
   * How long samples are kept.
   * @default "15d"
   */
  retention?: string;
  /**
   * How much of the disk they may take, as a Kubernetes quantity.
   * @default - four fifths of `storage`, 1Gi without it
   */
  retentionSize?: string;
  /**
   * Size of the disk that each server claims, such as `50Gi`.
   * @default - none: the samples go with the pod
   */
  storage?: string;
  /**
   * Storage class of that disk.
   * @default - the cluster's default
   */
  storageClass?: string;
  /**
   * Exemplars that are kept in memory, of about 100 bytes each; 0 for none.
   * @default 100000
   * @see https://prometheus.io/docs/prometheus/latest/feature_flags/#exemplars-storage
   */
  exemplars?: number;
  /**
   * How old a sample may be that comes after a newer one of its series.
   * @default "30m"
   */
  outOfOrderWindow?: string;
}

/** Where the samples lie; not at `/prometheus`, which is the program itself in some images. */
export const DATA = "/data";

const MEBIBYTE = 2 ** 20;

/**
 * Samples may fill this share of the disk. The rest is for the write-ahead log, which is not taken back to make room, and
 * for blocks that are just being compacted.
 * @see https://prometheus.io/docs/prometheus/latest/storage/#right-sizing-retention-size
 */
const SHARE = 0.8;

const UNCLAIMED = "1Gi";

/** Bytes that samples may take. */
export function retentionBytes({ storage, retentionSize }: StorageArgs): number {
  if (retentionSize !== undefined) return bytes(retentionSize);
  return storage === undefined ? bytes(UNCLAIMED) : Math.floor(bytes(storage) * SHARE);
}

/**
 * The `storage` section. The write-ahead log is compressed without saying so, since Prometheus 2.20. What the flags
 * `--storage.tsdb.retention.*` said belongs in here now.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#tsdb
 */
export function storageSection(args: StorageArgs) {
  const { retention = "15d", outOfOrderWindow = "30m", exemplars = 100_000 } = args;
  return {
    tsdb: {
      out_of_order_time_window: outOfOrderWindow,
      // Prometheus' units are binary, too: a KB is 1024 bytes.
      retention: { time: retention, size: `${Math.floor(retentionBytes(args) / MEBIBYTE)}MB` },
    },
    exemplars: { max_exemplars: exemplars },
  };
}

/** A claim for each server, or a folder that goes with the pod. */
export function dataVolume(args: StorageArgs): ProgramVolumeArgs {
  const { storage, storageClass } = args;
  const folder = { name: "data", mountPath: DATA };
  if (storage !== undefined) return { ...folder, claim: { size: storage, storageClass } };
  const size = Math.ceil(retentionBytes(args) / SHARE / MEBIBYTE) * MEBIBYTE;
  return { ...folder, emptyDir: { sizeLimit: byteQuantity(size) } };
}

export function storageProblems(args: StorageArgs): string[] {
  const { storage, storageClass, exemplars = 0 } = args;
  const size = retentionBytes(args);
  return [
    ...(size < MEBIBYTE ? [`retentionSize (${byteQuantity(size)}) must be 1Mi at least; raise it.`] : []),
    ...(storage !== undefined && size >= bytes(storage)
      ? [
          `retentionSize (${byteQuantity(size)}) must leave room on the disk (${storage}) for the write-ahead log; leave it out for four fifths.`,
        ]
      : []),
    ...(storageClass !== undefined && storage === undefined
      ? ["storageClass needs storage, the size that is claimed; add it."]
      : []),
    ...(Number.isInteger(exemplars) && exemplars >= 0
      ? []
      : [`exemplars (${exemplars}) must be a whole number from 0 on; change it.`]),
  ];
}
