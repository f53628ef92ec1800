import { drop, dropSeries, keep, type RelabelRule } from "../relabeling.ts";
import { CLUSTER_AUTHORITY, ownToken, type ScrapeJob } from "./job.ts";
import { FEATURES } from "./kubelet.ts";

/** The name by which the certificate of every API server is good, whatever addresses it names. */
export const SERVER_NAME = "kubernetes.default.svc";

/** Job of the API servers. */
export const API_SERVERS = "kubernetes-apiservers";

/** Buckets of the one histogram that is kept, for objectives on the API's latency; the others are in between. */
const DISPENSABLE = [
  ...["0.005", "0.025", "0.05", "0.2", "0.3", "0.4", "0.6", "0.8", "1.25", "1.5", "2", "3", "4", "6", "8"],
  ...["10", "15", "20", "45"],
];

/** Of the 37,000 samples of an API server of a small cluster, these leave 8,000. */
export const apiServerNoise: RelabelRule[] = [
  dropSeries([
    FEATURES,
    "apiserver_request_(duration_seconds|body_size_bytes)_bucket",
    "apiserver_(response_sizes|watch_events_sizes|watch_list_duration_seconds)_bucket",
    "apiserver_watch_cache_read_wait_seconds_bucket",
    "apiserver_(admission|flowcontrol|storage)_.+_bucket",
    "(etcd_request_duration_seconds|rest_client_.+|workqueue_.+)_bucket",
  ]),
  drop(["__name__", "le"], `apiserver_request_sli_duration_seconds_bucket;(${DISPENSABLE.map(bucket).join("|")})`),
];

/** Prometheus 3 writes whole numbers as `2.0`, before rules see them. */
function bucket(bound: string): string {
  return bound.includes(".") ? bound.replace(".", "\\.") : `${bound}(\\.0)?`;
}

/** The servers behind `kubernetes.default`, each by its own address. */
export function apiServerJob(): ScrapeJob {
  const port = [
    "__meta_kubernetes_endpointslice_label_kubernetes_io_service_name",
    "__meta_kubernetes_endpointslice_port_name",
  ];
  return {
    job_name: API_SERVERS,
    scheme: "https",
    ...ownToken,
    tls_config: { ca_file: CLUSTER_AUTHORITY, server_name: SERVER_NAME },
    kubernetes_sd_configs: [{ role: "endpointslice", namespaces: { names: ["default"] } }],
    relabel_configs: [keep(port, "kubernetes;https")],
    metric_relabel_configs: apiServerNoise,
  };
}
