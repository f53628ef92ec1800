import type { Input } from "@pulumi/pulumi";
import { parse } from "yaml";
import { timeoutOf } from "./config.ts";
import type { RelabelRule } from "./relabeling.ts";
import { annotatedPods } from "./scrape/annotated-pods.ts";
import { declaredPods, podNoise } from "./scrape/pods.ts";
import type { MetricsSpec } from "./spec.ts";

/** A cluster whose Prometheus is run by the Prometheus operator. */
export interface OperatorArgs {
  /**
   * Whether the cluster runs kube-prometheus-stack: its Prometheus is told what to scrape, by a PodMonitor and a
   * PrometheusRule for each file of rules. Nothing is installed that it brings itself, and what is said here of storage,
   * replicas and access is its own matter.
   * @default false
   */
  operator?: boolean;
  /**
   * Labels that its selectors look for, such as `{ release: "kube-prometheus-stack" }`.
   * @default - none
   */
  operatorLabels?: Record<string, string>;
  /**
   * Address of its Prometheus, for whoever asks where the metrics are.
   * @default - `http://prometheus-operated.<namespace>.svc:9090`, the operator's own name for it
   */
  operatorUrl?: Input<string>;
  /**
   * Whether kubelets, cAdvisor and API servers are described as well, by ServiceMonitors: for an operator without the
   * monitors of kube-prometheus-stack, which scrapes them already.
   * @default false
   */
  clusterMonitors?: boolean;
}

/** An object of the operator's kinds. */
export interface OperatorObject {
  kind: "PodMonitor" | "ServiceMonitor" | "PrometheusRule";
  name: string;
  namespace: string;
  spec: object;
}

/** A rule in the spelling of the operator. */
export interface OperatorRule extends Omit<RelabelRule, "source_labels" | "target_label"> {
  sourceLabels?: string[];
  targetLabel?: string;
}

/**
 * What kube-prometheus-stack itself scrapes by its Services, also where the ports are named like ours. A second time would
 * count every node twice.
 */
const ITS_OWN = [
  { key: "app.kubernetes.io/name", values: ["kube-state-metrics", "node-exporter", "prometheus-node-exporter"] },
  { key: "k8s-app", values: ["kube-dns"] },
];

/** The operator labels targets with the container before our rules; the one that listens is not known. */
const withoutContainer: RelabelRule = { action: "labeldrop", regex: "container" };

/**
 * The pods that the scrape jobs select, with the same labels. Not by ServiceMonitors: a pod behind two Services, its own and
 * that of a canary, would be scraped twice.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
export function podMonitor(spec: MetricsSpec): OperatorObject {
  const endpoints = [declaredPods, [withoutContainer, ...annotatedPods]];
  return {
    kind: "PodMonitor",
    name: "slipway-pods",
    namespace: spec.namespace,
    spec: {
      namespaceSelector: { any: true },
      selector: { matchExpressions: ITS_OWN.map((own) => ({ ...own, operator: "NotIn" })) },
      sampleLimit: spec.sampleLimit,
      podMetricsEndpoints: endpoints.map((rules) => ({
        interval: spec.scrapeInterval,
        scrapeTimeout: timeoutOf(spec),
        tlsConfig: { insecureSkipVerify: true },
        relabelings: rules.map(operatorRule),
        metricRelabelings: podNoise.map(operatorRule),
      })),
    },
  };
}

/**
 * A file of rules, which the operator takes by its groups.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export function prometheusRules({ rules, namespace }: MetricsSpec): OperatorObject[] {
  return Object.entries(rules).map(([file, text]) => ({
    kind: "PrometheusRule",
    name: `slipway-${objectName(file)}`,
    namespace,
    spec: parse(text) as object,
  }));
}

/** `Orders_slo.yaml` is `orders-slo`. */
function objectName(file: string): string {
  return file
    .replace(/\.ya?ml$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
}

/** The same rule, as the operator spells it. */
export function operatorRule({ source_labels, target_label, ...rule }: RelabelRule): OperatorRule {
  return {
    ...rule,
    ...(source_labels && { sourceLabels: source_labels }),
    ...(target_label !== undefined && { targetLabel: target_label }),
  };
}
