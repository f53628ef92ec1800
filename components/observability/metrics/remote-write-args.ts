import type { Input } from "@pulumi/pulumi";

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
   * @default - the one of `url`; 443 where that is not known in advance
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

/** What does not hold of them. */
export function remoteWriteProblems(stores: readonly RemoteWriteArgs[]): string[] {
  return stores.flatMap(({ url, credentials, bearerToken, sigv4, headers = {}, queue = {} }, index) => {
    const path = `remoteWrite[${index}]`;
    const who = Object.entries({ credentials, bearerToken, sigv4 }).filter(([, value]) => value !== undefined);
    const { minShards = 1, maxShards = 50 } = queue;
    return [
      ...(typeof url === "string" && !URL.canParse(url)
        ? [`${path}.url (${url}) is no address; write all of it.`]
        : []),
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
