import type { Input } from "@pulumi/pulumi";
import type { ClaimArgs } from "../../workload/claims.ts";
import type { OpeningArgs } from "../../network/index.ts";
import type { ProgramResourceArgs } from "../../program/index.ts";

/** Arguments of {@link Dashboards}. */
export interface DashboardsArgs {
  /** Namespace that Grafana runs in, and beside it what it asks. It must exist. Plain, for the dashboards ask about it. */
  namespace: string;
  /** Image of Grafana, of major version 12. */
  image: Input<string>;
  /** Where the signals are kept. Plain, because what is not there is asked by no panel. */
  sources: SourcesArgs;
  /**
   * Services that have a dashboard each. Plain, because it decides which dashboards there are.
   * @default - none
   */
  services?: ServiceDashboardArgs[];
  /**
   * What the platform's own dashboard can show beside what is always there. Plain, for the same reason.
   * @default - metrics-server and CoreDNS
   */
  parts?: PartsArgs;
  /**
   * Password of the user `admin`. Exactly one of it and `adminPasswordSecret`. Plain is only whether it is there.
   * @default - none
   */
  adminPassword?: Input<string>;
  /**
   * Secret with that password, kept by something else.
   * @default - none
   */
  adminPasswordSecret?: SecretKeyArgs;
  /**
   * Address that browsers use, such as `https://grafana.example.com/`. Links lead there.
   * @default - wherever it is asked, by a path from the root
   */
  url?: Input<string>;
  /**
   * Where users, stars and sessions are kept; dashboards come with the program. Plain, because it decides which kind of
   * object runs the pod.
   * @default - nowhere: they go with the pod
   */
  storage?: ClaimArgs;
  /**
   * Namespaces whose pods may open Grafana, beside its own: that of the gateway.
   * @default - none
   */
  readers?: string[];
  /**
   * Whom Grafana may ask, where the sources are not in its own namespace.
   * @default - the pods of its namespace, on 9090, 3100 and 16686
   */
  egress?: OpeningArgs[];
  /**
   * What the pod reserves, and what it may use at most.
   * @default - 50m to 500m CPU, 160Mi to 320Mi memory
   */
  resources?: ProgramResourceArgs;
}

/** Where the signals are kept. */
export interface SourcesArgs {
  /** Address of Prometheus, or of what answers PromQL as it does. */
  prometheus: Input<string>;
  /**
   * Address of Loki.
   * @default - no panels with logs
   */
  loki?: Input<string>;
  /**
   * Address of Jaeger's query service.
   * @default - no links to traces
   */
  jaeger?: Input<string>;
  /**
   * How often Prometheus scrapes, such as `15s`: rates are taken over four of them at least.
   * @default "30s"
   */
  scrapeInterval?: string;
}

/** A service that has a dashboard. */
export interface ServiceDashboardArgs {
  /** Kubernetes name of the service. */
  name: string;
  /** Namespace that it runs in. */
  namespace: string;
  /**
   * What it promises; thresholds and the error budget follow from it.
   * @default - 99.9 % without errors, 99 % within 500 ms
   */
  slo?: SloArgs;
}

/** What a service promises, over thirty days. */
export interface SloArgs {
  /**
   * Percent of the requests that end without an error of the service.
   * @default 99.9
   */
  availability?: number;
  /**
   * How fast it answers.
   * @default - 99 % within 500 ms
   */
  latency?: LatencyArgs;
}

/** How fast a service answers. */
export interface LatencyArgs {
  /** Seconds within which an answer is fast enough: a bucket of the histogram. */
  threshold: number;
  /** Percent of the answers that are. */
  objective: number;
}

/** Parts of a platform that are not everywhere. */
export interface PartsArgs {
  /**
   * Prometheus writes to a store elsewhere.
   * @default false
   */
  remoteWrite?: boolean;
  /**
   * The metrics API is served by metrics-server, which is scraped.
   * @default true
   */
  metricsServer?: boolean;
  /**
   * Names are told by CoreDNS, which is scraped.
   * @default true
   */
  coredns?: boolean;
}

/** A key of a Secret of Grafana's namespace. */
export interface SecretKeyArgs {
  /** Name of the Secret. */
  name: Input<string>;
  /** Key in it. */
  key: Input<string>;
}
