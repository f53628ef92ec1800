import type { Input } from "@pulumi/pulumi";
import type { SecretReference } from "../../configuration/index.ts";
import type { OpeningArgs } from "../../network/index.ts";
import { set, type RelabelRule } from "./relabeling.ts";

/**
 * A store that every sample is sent on to, exemplars included. At most one of `credentials`, `bearerToken` and `sigv4` says
 * who sends.
 *
 * @example
 * // Mimir, or anything that speaks its protocol.
 * { url: "https://mimir.example.com/api/v1/push", headers: { "X-Scope-OrgID": "acme" }, credentials: "mimir", cidrs: ["203.0.113.0/24"] }
 * @example
 * // Amazon Managed Prometheus through its VPC endpoint.
 * { url: "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write", sigv4: { region: "eu-central-1" } }
 */
export interface RemoteWriteArgs {
  /** Where samples are pushed to. Not with credentials in it: it stands in the configuration. */
  url: Input<string>;
  /**
   * How samples queue up.
   * @default - Prometheus' own
   */
  queue?: QueueArgs;
  /**
   * Headers of each request, such as Mimir's tenant, `{ "X-Scope-OrgID": "acme" }`. Not for secrets.
   * @default - none
   */
  headers?: Record<string, Input<string>>;
  /**
   * Name of a Secret of the monitoring's namespace with the keys `username` and `password`.
   * @default - none
   */
  credentials?: Input<string>;
  /**
   * Name of a Secret of the monitoring's namespace with the key `token`, which is sent as a bearer.
   * @default - none
   */
  bearerToken?: Input<string>;
  /**
   * Signs requests as Amazon Managed Prometheus wants it.
   * @default - unsigned
   */
  sigv4?: SigV4Args;
  /**
   * Blocks of addresses that the store has. Pods of the cluster can be reached without.
   * @default - the private addresses of IPv4, such as those of a VPC endpoint
   */
  cidrs?: string[];
  /**
   * Port that it listens on.
   * @default 443
   */
  port?: number;
}

/** How samples queue up. @see https://prometheus.io/docs/practices/remote_write/ */
export interface QueueArgs {
  /**
   * Samples that wait in each shard before reading stops.
   * @default 10000
   */
  capacity?: number;
  /**
   * Shards at most, each with one request at a time.
   * @default 50
   */
  maxShards?: number;
  /**
   * Shards at least.
   * @default 1
   */
  minShards?: number;
  /**
   * Samples of one request.
   * @default 2000
   */
  maxSamplesPerSend?: number;
  /**
   * Longest wait for a full request.
   * @default "5s"
   */
  batchSendDeadline?: string;
}

/** Whose signature stands on a request; the keys are those of the pods' own role, by EKS Pod Identity. */
export interface SigV4Args {
  /** Region of the workspace. */
  region: Input<string>;
  /**
   * Role that is assumed for it, such as one of another account.
   * @default - the pods' own
   */
  roleArn?: Input<string>;
}

/** The label that tells the servers apart, here and in a store. */
export const REPLICA = "replica";

/** Where the kubelet puts the secrets of a program. */
const SECRETS = "/run/secrets/prometheus";

/** Where EKS hands out the credentials of a pod. @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html */
const POD_IDENTITY: OpeningArgs = { cidrs: ["169.254.170.23/32"], ports: [80] };

/**
 * Mimir and Amazon Managed Prometheus keep the samples of one server of a pair, and know it by this name of the label. One
 * that an application gives its own series is left alone.
 * @see https://grafana.com/docs/mimir/latest/configure/configure-high-availability-deduplication/
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-ingest-dedupe.html
 */
const deduplicated: RelabelRule[] = [
  set("__replica__", [REPLICA], { regex: "(prometheus-\\d+)" }),
  set(REPLICA, [REPLICA], { regex: "prometheus-\\d+", replacement: "" }),
];

/** @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#remote_write */
export function remoteWriteSection(stores: readonly RemoteWriteArgs[]) {
  return stores.map((store, index) => ({
    url: store.url,
    send_exemplars: true,
    ...(store.headers && { headers: store.headers }),
    write_relabel_configs: deduplicated,
    queue_config: queueConfig(store.queue),
    ...authentication(store, index),
  }));
}

function queueConfig(queue: QueueArgs = {}) {
  const given = {
    capacity: queue.capacity,
    max_shards: queue.maxShards,
    min_shards: queue.minShards,
    max_samples_per_send: queue.maxSamplesPerSend,
    batch_send_deadline: queue.batchSendDeadline,
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    // A store that limits its senders asks for patience; without this, what it turns away is lost.
    retry_on_http_429: true,
  };
}

function authentication({ credentials, bearerToken, sigv4 }: RemoteWriteArgs, index: number) {
  const file = (key: string) => `${SECRETS}/${secretName(index, key)}`;
  if (credentials !== undefined) {
    return { basic_auth: { username_file: file("username"), password_file: file("password") } };
  }
  if (bearerToken !== undefined) return { authorization: { credentials_file: file("token") } };
  if (!sigv4) return {};
  return { sigv4: { region: sigv4.region, ...(sigv4.roleArn !== undefined && { role_arn: sigv4.roleArn }) } };
}

/** The secrets that the stores want to see, as files. */
export function remoteWriteSecrets(stores: readonly RemoteWriteArgs[]): SecretReference[] {
  return stores.flatMap(({ credentials, bearerToken }, index) => {
    const reference = (secret: Input<string>) => (key: string) =>
      ({ name: secretName(index, key), as: "file", secret, key }) as const;
    return [
      ...(credentials === undefined ? [] : ["username", "password"].map(reference(credentials))),
      ...(bearerToken === undefined ? [] : ["token"].map(reference(bearerToken))),
    ];
  });
}

/** A valid name of a variable, too, for one with the file's path comes along. */
function secretName(index: number, key: string): string {
  return `REMOTE_WRITE_${index}_${key.toUpperCase()}`;
}

/** @param privately where a store is unless its addresses are told */
export function remoteWriteOpenings(stores: readonly RemoteWriteArgs[], privately: string[]): OpeningArgs[] {
  return [
    ...stores.map(({ cidrs = privately, port = 443 }) => ({ cidrs, ports: [port] })),
    ...(stores.some(({ sigv4 }) => sigv4) ? [POD_IDENTITY] : []),
  ];
}

export function remoteWriteProblems(stores: readonly RemoteWriteArgs[]): string[] {
  return stores.flatMap(({ credentials, bearerToken, sigv4, headers = {}, queue = {} }, index) => {
    const path = `remoteWrite[${index}]`;
    const who = Object.entries({ credentials, bearerToken, sigv4 }).filter(([, value]) => value !== undefined);
    const { minShards = 1, maxShards = 50 } = queue;
    return [
      ...(who.length > 1 ? [`${path}: ${who.map(([name]) => name).join(" and ")} exclude each other; keep one.`] : []),
      ...(Object.keys(headers).some((name) => name.toLowerCase() === "authorization")
        ? [`${path}.headers: authorization would stand in the configuration; use credentials or bearerToken.`]
        : []),
      ...(minShards > maxShards
        ? [`${path}.queue: minShards (${minShards}) is above maxShards (${maxShards}); lower it.`]
        : []),
    ];
  });
}
