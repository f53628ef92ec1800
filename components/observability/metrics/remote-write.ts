import type { Input } from "@pulumi/pulumi";
import type { SecretReference } from "../../configuration/index.ts";
import type { OpeningArgs } from "../../network/index.ts";
import { portOf } from "../address.ts";
import { set, type RelabelRule } from "./relabeling.ts";
import type { QueueArgs, RemoteWriteArgs } from "./remote-write-args.ts";

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

/** The port of a store; https' own, where another resource will tell its address. */
function portOfStore(url: Input<string>): number {
  return portOf(typeof url === "string" ? url : "https://unknown");
}

/** @param privately where a store is unless its addresses are told */
export function remoteWriteOpenings(stores: readonly RemoteWriteArgs[], privately: string[]): OpeningArgs[] {
  return [
    ...stores.map(({ url, cidrs = privately, port = portOfStore(url) }) => ({ cidrs, ports: [port] })),
    ...(stores.some(({ sigv4 }) => sigv4) ? [POD_IDENTITY] : []),
  ];
}
