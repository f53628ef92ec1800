import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { quietly, type Engine } from "./pulumi.ts";
import type { TargetCluster } from "./target.ts";

/** Longest that a gateway may take from accepting a route to following it, in ms: Traefik collects changes for 2 s. */
const PATIENCE = 5000;

/** What the program tells about its services, by name. */
interface Outputs {
  /** Addresses inside the cluster. */
  services?: Record<string, string>;
  /** Addresses that the gateway leads to them. */
  routes?: Record<string, string[]>;
  /** Addresses of what watches them inside its cluster, by program; where there are several clusters, after `<cluster>-`. */
  monitoring?: Record<string, string>;
}

/** Tells how to reach what runs now: every service's address, whether it answers, and the next commands. */
export async function tellHowToReach(engine: Engine): Promise<void> {
  const { target, settings, env } = engine;
  const outputs = await quietly(engine, ["-C", settings.project, "stack", "output", "--json", "--stack", target.stack]);
  const { services = {}, routes = {}, monitoring = {} } = JSON.parse(outputs) as Outputs;
  const lines = await Promise.all(
    target.clusters.flatMap((cluster) =>
      cluster.services.flatMap((name) => {
        const entries = routes[name] ?? [];
        if (entries.length > 0) return [describeRoute(name, entries)];
        return services[name] ? [describe(name, services[name], cluster, env)] : [];
      }),
    ),
  );
  const watching = await Promise.all(
    target.clusters.flatMap((cluster) =>
      Object.entries(monitoring)
        .filter(([name]) => name.startsWith(cluster.prefix))
        .map(([name, url]) => describeProgram(name, url, cluster, env)),
    ),
  );
  process.stdout.write(
    [
      "",
      ...lines,
      ...(watching.length > 0 ? ["", "Monitoring (docs/observability.md):", ...watching] : []),
      ...target.notes.map((note) => `\nNote: ${note}`),
      "",
      "Next:",
      `  make preview STACK=${target.stack}    what a change of Pulumi.${target.stack}.yaml would do`,
      `  make destroy STACK=${target.stack}    take it all away`,
      ...(target.onLab ? ['  eval "$(make -s env)"      kubectl and pulumi for this shell'] : []),
      "",
    ].join("\n"),
  );
}

/** A service behind the gateway, which this machine may or may not reach: its names may lead nowhere from here. */
async function describeRoute(name: string, urls: string[]): Promise<string> {
  const url = urls.find((one) => one.endsWith("/health")) ?? urls[0]!;
  const status = await statusOf(url);
  return status === undefined ? `  ${name}: ${url}` : `  ${name} answers ${status}: curl ${url}`;
}

async function statusOf(url: string): Promise<number | undefined> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const status = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) }).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === undefined || status < 400 || Date.now() > deadline) return status;
    await sleep(200);
  }
}

/** One service: from the lab's host it can be asked whether it answers. */
async function describe(name: string, url: string, cluster: TargetCluster, env: Record<string, string>) {
  if (!cluster.onLab) return `  ${name}: ${url}  (${forwarding(url, cluster)})`;
  const health = `${await onHost(url, cluster, env)}/health`;
  const { status } = await fetch(health, { signal: AbortSignal.timeout(5000) });
  return `  ${name} answers ${status}: curl ${health}`;
}

/** A program of the monitoring. */
async function describeProgram(name: string, url: string, cluster: TargetCluster, env: Record<string, string>) {
  if (!cluster.onLab) return `  ${name}: ${url}  (${forwarding(url, cluster)})`;
  return `  ${name}: ${await onHost(url, cluster, env)}`;
}

/** Where a port must be forwarded to reach what is inside a cluster. */
function forwarding(url: string, { context }: TargetCluster): string {
  const { service, namespace, port } = inside(url);
  return `kubectl --context ${context} -n ${namespace} port-forward service/${service} ${port}`;
}

/** The lab's host reaches cluster addresses, but does not know their names. */
async function onHost(url: string, { context }: TargetCluster, env: Record<string, string>): Promise<string> {
  const { service, namespace, port } = inside(url);
  const args = ["--context", context, "-n", namespace, "get", "service", service, "-o", "jsonpath={.spec.clusterIP}"];
  const { stdout: address } = await execa("kubectl", args, { env });
  return `http://${address}:${port}`;
}

function inside(url: string): { service: string; namespace: string; port: string } {
  const { hostname, port } = new URL(url);
  const [service = "", namespace = ""] = hostname.split(".");
  return { service, namespace, port };
}
