import { all, type Input } from "@pulumi/pulumi";
import type { ProgramArgs } from "../../program/index.ts";
import type { DashboardsArgs } from "./args.ts";
import { catalog } from "./catalog.ts";
import { dashboardFolders } from "./files.ts";
import { password } from "./password.ts";
import { providersFile } from "./providers.ts";
import { settingVariables } from "./settings.ts";
import { sourcesFile } from "./sources.ts";

const PORT = 3000;

/** Where Grafana looks for what it is provisioned with. */
const PROVISIONING = "/etc/grafana/provisioning";

/** Ports of Prometheus, Loki and Jaeger's query service. */
const SOURCE_PORTS = [9090, 3100, 16686];

/** Seconds for the migrations of an empty database, on a slow disk. */
const STARTUP = 180;

/** Grafana as a program. Its image's own user is another, but its files are readable by everybody, and it writes to two folders only. */
export function grafanaProgram(args: DashboardsArgs): ProgramArgs {
  const { namespace, image, storage, readers = [] } = args;
  const data = { name: "data", mountPath: "/var/lib/grafana" };
  return {
    name: "grafana",
    namespace,
    image,
    kind: storage ? "StatefulSet" : "Deployment",
    env: settingVariables(args.url),
    ...password(args),
    folders: [
      { mountPath: `${PROVISIONING}/datasources`, files: { "slipway.yaml": sources(args) } },
      { mountPath: `${PROVISIONING}/dashboards`, files: { "slipway.yaml": providersFile() } },
      ...dashboardFolders(catalog(args)),
    ],
    ports: [{ name: "http-metrics", port: PORT }],
    probes: { readiness: { path: "/api/health", port: PORT }, startup: STARTUP },
    resources: args.resources ?? {
      cpu: { request: "50m", limit: "500m" },
      memory: { request: "160Mi", limit: "320Mi" },
    },
    volumes: [
      storage ? { ...data, claim: storage } : { ...data, emptyDir: { sizeLimit: "256Mi" } },
      { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "64Mi" } },
    ],
    network: {
      from: [namespace, ...readers].map((namespace) => ({ namespace, ports: [PORT] })),
      to: args.egress ?? [{ namespace, ports: SOURCE_PORTS }],
    },
  };
}

function sources({ sources: { prometheus, loki, jaeger, scrapeInterval = "30s" } }: DashboardsArgs): Input<string> {
  return all([prometheus, loki, jaeger]).apply(([prometheus, loki, jaeger]) =>
    sourcesFile({ prometheus, loki, jaeger, scrapeInterval }),
  );
}
