import { series } from "../../panels/targets.ts";
import { limit, rising } from "../../panels/thresholds.ts";
import { stacked, timeseries } from "../../panels/timeseries.ts";

/** What everything else in the cluster stands on: its API, and its names. */
export function cluster({ coredns, metricsServer }: { coredns: boolean; metricsServer: boolean }) {
  return [...apiServer(), ...(coredns ? names() : []), ...(metricsServer ? resourceMetrics() : [])];
}

function apiServer() {
  const requests = "sum(rate(apiserver_request_total[$__rate_interval]))";
  const failures = `sum(rate(apiserver_request_total{code=~"5.."}[$__rate_interval]))`;
  return [
    stacked({
      title: "API requests",
      description:
        "Requests a second to the API server by verb. Many LIST: something asks over and over instead of watching.",
      unit: "reqps",
      span: 6,
      targets: [series("sum by (verb) (rate(apiserver_request_total[$__rate_interval]))", "{{verb}}")],
    }),
    timeseries({
      title: "API errors",
      description: "Part of the API server's requests that ended in a 5xx.",
      unit: "percentunit",
      span: 6,
      thresholds: limit(0.01),
      targets: [series(`(${failures} or vector(0)) / ${requests}`, "5xx")],
    }),
    timeseries({
      title: "API p99 by verb",
      description: "99 % of the API server's requests are faster than this, admission webhooks and watches left out.",
      unit: "s",
      span: 6,
      thresholds: limit(1),
      targets: [
        series(
          `histogram_quantile(0.99, sum by (le, verb) (rate(apiserver_request_sli_duration_seconds_bucket{verb!~"WATCH|CONNECT"}[$__rate_interval])))`,
          "{{verb}}",
        ),
      ],
    }),
    timeseries({
      title: "API requests in flight",
      description:
        "Requests that the API server works on. It takes 400 that read and 200 that write; more have to wait.",
      unit: "none",
      span: 6,
      thresholds: rising(150, 200),
      targets: [series("sum by (request_kind) (apiserver_current_inflight_requests)", "{{request_kind}}")],
    }),
  ];
}

function names() {
  return [
    stacked({
      title: "Names by answer",
      description:
        "Names a second that CoreDNS is asked for, by answer. NXDOMAIN is normal: resolvers try the search domains. SERVFAIL is not.",
      unit: "reqps",
      span: 12,
      targets: [series("sum by (rcode) (rate(coredns_dns_responses_total[$__rate_interval]))", "{{rcode}}")],
    }),
    timeseries({
      title: "p99 of an answer",
      description:
        "99 % of CoreDNS' answers are faster than this. Every first request to another service waits for one.",
      unit: "s",
      span: 12,
      thresholds: limit(0.1),
      targets: [
        series(
          "histogram_quantile(0.99, sum by (le) (rate(coredns_dns_request_duration_seconds_bucket[$__rate_interval])))",
          "p99",
        ),
      ],
    }),
  ];
}

function resourceMetrics() {
  return [
    timeseries({
      title: "metrics-server: kubelets asked",
      description:
        "Questions a second to the kubelets, by success. Without it, autoscalers keep the replicas that they have.",
      unit: "reqps",
      span: 12,
      targets: [
        series(
          "sum by (success) (rate(metrics_server_kubelet_request_total[$__rate_interval]))",
          "success {{success}}",
        ),
      ],
    }),
    timeseries({
      title: "metrics-server: what it knows",
      description: "Nodes and containers whose use it can tell. Fewer than there are: some kubelet does not answer.",
      unit: "none",
      span: 12,
      targets: [series("max by (type) (metrics_server_storage_points)", "{{type}}")],
    }),
  ];
}
