import type { Input } from "@pulumi/pulumi";

/** How Loki keeps lines, and how many it takes. */
export interface LokiArgs {
  /**
   * How long lines are kept, such as `30d`.
   * @default "7d"
   */
  retention?: string;
  /**
   * The same for single namespaces, a day at least, such as `{ shop: "90d" }`.
   * @default - none
   */
  retentionByNamespace?: Record<string, string>;
  /**
   * The same for single levels, before what their namespace says, such as `{ debug: "1d" }`.
   * @default - none
   */
  retentionByLevel?: Record<string, string>;
  /**
   * Time between two rounds in which Loki merges its index and marks what is too old.
   * @default "10m"
   */
  compactionInterval?: string;
  /**
   * Time from then on until the lines are gone, for queries that still read them.
   * @default "2h"
   */
  deletionDelay?: string;
  /**
   * Bytes that one service may write in a second in one level; what is above waits on the nodes. A Kubernetes quantity.
   * @default "4Mi"
   */
  rateLimit?: string;
  /**
   * Bytes that it may write at once. A Kubernetes quantity.
   * @default - four times the rate, and no less than 8Mi
   */
  rateBurst?: string;
  /**
   * Number of Lokis. Several keep each line three times, and need `s3`. Plain, because it decides how they find each other.
   * @default 1
   */
  replicas?: number;
  /**
   * Size of the disk of each Loki, such as `50Gi`. Plain, because it decides whether there are claims.
   * @default - none: what is not in a bucket goes with the pod
   */
  storage?: string;
  /**
   * Bucket that chunks and index go to.
   * @default - none: they stay on the disk
   */
  s3?: S3Args;
}

/** A bucket of Amazon S3, or of something that speaks its protocol. */
export interface S3Args {
  /** Name of the bucket. */
  bucket: string;
  /** Region of the bucket, such as `eu-central-1`. */
  region: string;
  /**
   * Address of another store than Amazon's, such as `https://minio.example.com:9000`.
   * @default - Amazon's in that region
   */
  endpoint?: string;
  /**
   * Puts the bucket's name into the path instead of the host.
   * @default - true with an endpoint
   */
  forcePathStyle?: boolean;
  /**
   * Blocks of addresses that it is reached at, as a NetworkPolicy knows no names.
   * @default - the namespace that the endpoint names (`…<namespace>.svc…`), else any address
   */
  cidrs?: string[];
  /**
   * Name of a Secret with the keys `accessKeyId` and `secretAccessKey`, in the namespace of the monitoring. Plain, because
   * it decides which variables there are.
   * @default - none: what the node or the pod is to AWS
   */
  credentials?: Input<string>;
}
