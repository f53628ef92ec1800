import type { EgressArgs } from "../../network/index.ts";
import { refuse } from "../../refuse.ts";
import type { MetricsArgs } from "./args.ts";
import { remoteWriteProblems } from "./remote-write-args.ts";
import { storageProblems } from "./storage.ts";

/** {@link MetricsArgs} that hold, with every default filled in: what the builders work on. */
export interface MetricsSpec extends Omit<MetricsArgs, keyof Effective>, Effective {}

type Effective = Required<
  Pick<
    MetricsArgs,
    | "cluster"
    | "replicas"
    | "scrapeInterval"
    | "sampleLimit"
    | "controlPlane"
    | "verifyKubelets"
    | "resourceMetrics"
    | "nodeCollectors"
    | "rules"
    | "remoteWrite"
    | "remoteWriteReceiver"
    | "readers"
    | "nodes"
    | "apiServer"
    | "operator"
    | "operatorLabels"
    | "clusterMonitors"
  >
>;

/** Where a cluster's own addresses are with every provider that we know of. */
export const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

const API_SERVER: EgressArgs[] = PRIVATE.map((cidr) => ({ cidr, ports: [443, 6443] }));

/**
 * Checks the arguments and fills in what they leave out.
 *
 * @throws RunError with everything that does not hold
 */
export function metricsSpec(args: MetricsArgs): MetricsSpec {
  const operator = args.operator ?? false;
  const spec: MetricsSpec = {
    ...args,
    cluster: args.cluster ?? "default",
    replicas: args.replicas ?? 1,
    scrapeInterval: args.scrapeInterval ?? "30s",
    sampleLimit: args.sampleLimit ?? 50_000,
    controlPlane: args.controlPlane ?? false,
    verifyKubelets: args.verifyKubelets ?? false,
    resourceMetrics: args.resourceMetrics ?? !operator,
    nodeCollectors: args.nodeCollectors ?? [],
    rules: args.rules ?? {},
    remoteWrite: args.remoteWrite ?? [],
    remoteWriteReceiver: args.remoteWriteReceiver ?? false,
    readers: args.readers ?? [],
    nodes: args.nodes ?? PRIVATE,
    apiServer: args.apiServer ?? API_SERVER,
    operator,
    operatorLabels: args.operatorLabels ?? {},
    clusterMonitors: args.clusterMonitors ?? false,
  };
  refuse("metrics", problems(spec));
  return spec;
}

function problems(spec: MetricsSpec): string[] {
  const { replicas, scrapeInterval, operator, remoteWrite, clusterMonitors } = spec;
  return [
    ...(Number.isInteger(replicas) && replicas >= 1
      ? []
      : [`replicas (${replicas}) must be a whole number from 1 on; change it.`]),
    ...(seconds(scrapeInterval) >= 1
      ? []
      : [`scrapeInterval (${scrapeInterval}) must be a second at least; write it like 15s or 1m.`]),
    ...(operator && remoteWrite.length > 0
      ? ["remoteWrite is the operator's Prometheus' to do; set it there and leave it out here."]
      : []),
    ...(clusterMonitors && !operator ? ["clusterMonitors needs operator: true; leave it out."] : []),
    ...storageProblems(spec),
    ...remoteWriteProblems(remoteWrite),
  ];
}

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** Seconds of a duration as Prometheus writes it, such as `1m30s`; NaN of anything else. */
export function seconds(duration: string): number {
  if (!/^(\d+(ms|s|m|h))+$/.test(duration)) return NaN;
  const parts = duration.matchAll(/(\d+)(ms|s|m|h)/g);
  return [...parts].reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS[unit] ?? NaN), 0);
}
