import {
  ComponentResource,
  interpolate,
  output,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Output,
} from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Program } from "../../program/index.ts";
import type { MetricsArgs } from "./args.ts";
import { clusterMonitors } from "./cluster-monitors.ts";
import { stateProgram } from "./kube-state-metrics.ts";
import { nodeProgram } from "./node-exporter.ts";
import { podMonitor, prometheusRules } from "./operator.ts";
import { prometheusProgram } from "./prometheus.ts";
import { registerResourceMetrics } from "./resource-metrics.ts";
import { metricsSpec, type MetricsSpec } from "./spec.ts";

export type { MetricsArgs, MetricsImagesArgs } from "./args.ts";
export type { OperatorArgs } from "./operator.ts";
export type { QueueArgs, RemoteWriteArgs, SigV4Args } from "./remote-write-args.ts";
export type { MetricsResourcesArgs } from "./resources.ts";
export type { StorageArgs } from "./storage.ts";

/**
 * The metrics of a cluster: Prometheus, which finds what there is to scrape by itself, and what counts the objects, the nodes
 * and the use of resources. Costs what its pods request, about 330 MiB for one server; see docs/observability.md.
 *
 * @example
 * new Metrics("metrics", { namespace: "monitoring", nodeNamespace: "monitoring-node", images, storage: "50Gi", replicas: 2 });
 */
export class Metrics extends ComponentResource {
  /** Address of Prometheus inside the cluster. */
  readonly url: Output<string>;

  constructor(name: string, args: MetricsArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Metrics", name, {}, opts);
    const child = { parent: this };
    const spec = metricsSpec(args);

    if (spec.operator) {
      registerObjects(name, spec, child);
      this.url = output(spec.operatorUrl ?? interpolate`http://prometheus-operated.${spec.namespace}.svc:9090`);
    } else {
      new Program(`${name}-kube-state-metrics`, stateProgram(spec), child);
      new Program(`${name}-node-exporter`, nodeProgram(spec), child);
      this.url = new Program(`${name}-prometheus`, prometheusProgram(spec), child).url;
    }
    if (spec.resourceMetrics) registerResourceMetrics(`${name}-metrics-server`, spec, child);

    this.registerOutputs({ url: this.url });
  }
}

function registerObjects(component: string, spec: MetricsSpec, options: CustomResourceOptions): void {
  const objects = [podMonitor(spec), ...prometheusRules(spec), ...(spec.clusterMonitors ? clusterMonitors(spec) : [])];
  for (const { kind, name, namespace, spec: content } of objects) {
    const metadata = { name, namespace, labels: spec.operatorLabels };
    new CustomResource(
      `${component}-${name}`,
      { apiVersion: "monitoring.coreos.com/v1", kind, metadata, spec: content },
      options,
    );
  }
}
