import type { RelabelRule } from "../relabeling.ts";

/**
 * A set of targets and how they are scraped.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config
 */
export interface ScrapeJob {
  job_name: string;
  scheme?: "https";
  metrics_path?: string;
  honor_labels?: boolean;
  honor_timestamps?: boolean;
  fallback_scrape_protocol?: string;
  sample_limit?: number;
  authorization?: { credentials_file: string };
  tls_config?: { ca_file?: string; server_name?: string; insecure_skip_verify?: boolean };
  kubernetes_sd_configs: Discovery[];
  relabel_configs: RelabelRule[];
  metric_relabel_configs?: RelabelRule[];
}

/** @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
interface Discovery {
  role: "pod" | "node" | "endpointslice";
  namespaces?: { names: string[] };
}

/** What the kubelet gives a pod that may talk to the API server. */
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** The server's own identity, for what belongs to the cluster. No pod of a tenant is ever shown its token. */
export const ownToken: Required<Pick<ScrapeJob, "authorization">> = {
  authorization: { credentials_file: `${ACCOUNT}/token` },
};

/** The authority that signs for the cluster. */
export const CLUSTER_AUTHORITY = `${ACCOUNT}/ca.crt`;

/**
 * How a kubelet is asked: over TLS, with a right to `nodes/metrics`.
 *
 * @param verify whether its certificate is one of the cluster's authority
 */
export function kubeletAccess(verify: boolean): Pick<ScrapeJob, "scheme" | "authorization" | "tls_config"> {
  return {
    scheme: "https",
    ...ownToken,
    tls_config: verify ? { ca_file: CLUSTER_AUTHORITY } : { insecure_skip_verify: true },
  };
}
