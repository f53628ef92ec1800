import type { OpeningArgs } from "../../network/index.ts";
import { PROMETHEUS } from "./names.ts";
import type { MetricsSpec } from "./spec.ts";

/** The way to the API server. */
export function apiServerOpenings({ apiServer }: Pick<MetricsSpec, "apiServer">): OpeningArgs[] {
  return apiServer.map(({ cidr, ports }) => ({ cidrs: [cidr], ports }));
}

/** What Prometheus scrapes. */
export function scraped({ namespace }: Pick<MetricsSpec, "namespace">, ports: number[]): OpeningArgs {
  return { pods: { name: PROMETHEUS.name, namespace }, ports };
}
