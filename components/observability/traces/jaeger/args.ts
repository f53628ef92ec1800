import type { Input } from "@pulumi/pulumi";
import type { ClaimArgs } from "../../../workload/claims.ts";
import type { WhereaboutsArgs } from "../../address.ts";

/** Traces in Jaeger's memory; they go with the pod. */
export interface MemoryArgs {
  /**
   * Traces that are kept; the oldest goes when there are more. The memory limit follows it.
   * @default 10000
   */
  maxTraces?: number;
}

/**
 * Traces in files.
 * @see https://www.jaegertracing.io/docs/1.62/deployment/#badger---local-storage
 */
export interface BadgerArgs {
  /**
   * How long a trace is kept.
   * @default "72h"
   */
  ttl?: string;
  /**
   * Storage that outlives the pod. Plain, because it makes Jaeger a StatefulSet.
   * @default - none: the files go with the pod
   */
  claim?: ClaimArgs;
  /**
   * Most that the files may take without a claim.
   * @default "2Gi"
   */
  sizeLimit?: string;
}

/**
 * Traces in Elasticsearch (7 or 8) or OpenSearch. Jaeger never deletes an index: that is the store's own lifecycle policy.
 * @see https://www.jaegertracing.io/docs/1.62/deployment/#elasticsearch
 */
export interface ElasticsearchArgs extends WhereaboutsArgs {
  /** Where it answers, such as `https://search.example.com:9200`. */
  url: string;
  /**
   * What the names of the indices begin with, so that several may share a store.
   * @default - nothing: `jaeger-span-2026-01-31`
   */
  indexPrefix?: string;
  /**
   * How far back a trace is searched for: as long as the store keeps its indices.
   * @default "72h"
   */
  maxSpanAge?: string;
  /**
   * Shards of an index.
   * @default 5
   */
  shards?: number;
  /**
   * Copies of each shard.
   * @default 1
   */
  copies?: number;
  /**
   * Who Jaeger is there.
   * @default - nobody: the store lets everybody in
   */
  credentials?: CredentialsArgs;
  /**
   * The authority that has signed the certificate of the store.
   * @default - one that the image trusts
   */
  authority?: AuthorityArgs;
}

/** A user and a password in a Secret. */
export interface CredentialsArgs {
  /** Name of the Secret, in the namespace of the monitoring. */
  secret: Input<string>;
  /**
   * Key of the user.
   * @default "username"
   */
  usernameKey?: Input<string>;
  /**
   * Key of the password, which Jaeger reads anew when it changes.
   * @default "password"
   */
  passwordKey?: Input<string>;
}

/** A certificate in a Secret. */
export interface AuthorityArgs {
  /** Name of the Secret, in the namespace of the monitoring. */
  secret: Input<string>;
  /**
   * Key of the certificate, in PEM.
   * @default "ca.crt"
   */
  key?: Input<string>;
}
