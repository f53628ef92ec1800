import { timeoutOf } from "./config.ts";
import { operatorRule, type OperatorObject } from "./operator.ts";
import { constant, type RelabelRule } from "./relabeling.ts";
import { apiServerNoise, API_SERVERS, SERVER_NAME } from "./scrape/api-servers.ts";
import { CADVISOR, cadvisorNoise } from "./scrape/cadvisor.ts";
import { CLUSTER_AUTHORITY, ownToken } from "./scrape/job.ts";
import { kubeletNoise } from "./scrape/kubelet.ts";
import type { MetricsSpec } from "./spec.ts";

/** Where the operator keeps the addresses of all kubelets (`--kubelet-service`). */
const KUBELETS = {
  selector: { matchLabels: { "k8s-app": "kubelet" } },
  namespaceSelector: { matchNames: ["kube-system"] },
};

const SERVERS = {
  selector: { matchLabels: { component: "apiserver", provider: "kubernetes" } },
  namespaceSelector: { matchNames: ["default"] },
};

/** What the operator labels targets with and our jobs do not; the node, which both do, it takes from the address. */
const targetLabels: RelabelRule = { action: "labeldrop", regex: "container|endpoint|namespace|pod|service" };

/**
 * Kubelets, cAdvisor and API servers, with the names and labels of our own jobs: what has an address in the cluster and no
 * pod.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
 */
export function clusterMonitors(spec: MetricsSpec): OperatorObject[] {
  const kubelet = {
    port: "https-metrics",
    honorLabels: true,
    tlsConfig: spec.verifyKubelets ? { caFile: CLUSTER_AUTHORITY } : { insecureSkipVerify: true },
  };
  return [
    monitor(spec, "slipway-kubelets", KUBELETS, [
      endpoint(spec, { ...kubelet, relabelings: labelled("kubelet"), metricRelabelings: rules(kubeletNoise) }),
      endpoint(spec, {
        ...kubelet,
        path: CADVISOR,
        honorTimestamps: false,
        relabelings: labelled("cadvisor"),
        metricRelabelings: rules(cadvisorNoise),
      }),
    ]),
    monitor(spec, "slipway-apiservers", SERVERS, [
      endpoint(spec, {
        port: "https",
        tlsConfig: { caFile: CLUSTER_AUTHORITY, serverName: SERVER_NAME },
        relabelings: labelled(API_SERVERS),
        metricRelabelings: rules(apiServerNoise),
      }),
    ]),
  ];
}

function monitor({ namespace }: MetricsSpec, name: string, select: object, endpoints: object[]): OperatorObject {
  return { kind: "ServiceMonitor", name, namespace, spec: { ...select, endpoints } };
}

function endpoint(spec: MetricsSpec, how: object) {
  return {
    scheme: "https",
    interval: spec.scrapeInterval,
    scrapeTimeout: timeoutOf(spec),
    // Its own token, as kube-prometheus-stack has it: one in a Secret would not be renewed.
    bearerTokenFile: ownToken.authorization.credentials_file,
    ...how,
  };
}

function labelled(job: string) {
  return rules([targetLabels, constant("job", job)]);
}

function rules(list: RelabelRule[]) {
  return list.map(operatorRule);
}
