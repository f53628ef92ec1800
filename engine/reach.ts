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
}

/** Tells how to reach what runs now: every service's address, whether it answers, and the next commands. */
export async function tellHowToReach(engine: Engine): Promise<void> {
  const { target, settings, env } = engine;
  const outputs = await quietly(engine, ["-C", settings.project, "stack", "output", "--json", "--stack", target.stack]);
  const { services = {}, routes = {} } = JSON.parse(outputs) as Outputs;
  const lines = await Promise.all(
    target.clusters.flatMap((cluster) =>
      cluster.services.flatMap((name) => {
        const entries = routes[name] ?? [];
        if (entries.length > 0) return [describeRoute(name, entries)];
        return services[name] ? [describe(name, services[name], cluster, env)] : [];
      }),
    ),
  );
  process.stdout.write(
    [
      "",
      ...lines,
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

/** One service: from the lab's host its cluster IP can be asked directly, elsewhere a port has to be forwarded. */
async function describe(name: string, url: string, { context, onLab }: TargetCluster, env: Record<string, string>) {
  const { hostname, port } = new URL(url);
  const [service = "", namespace = ""] = hostname.split(".");
  const inCluster = ["--context", context, "-n", namespace];
  if (!onLab) return `  ${name}: ${url}  (kubectl ${inCluster.join(" ")} port-forward service/${service} ${port})`;
  const args = [...inCluster, "get", "service", service, "-o", "jsonpath={.spec.clusterIP}"];
  const { stdout: address } = await execa("kubectl", args, { env });
  const health = `http://${address}:${port}/health`;
  const { status } = await fetch(health, { signal: AbortSignal.timeout(5000) });
  return `  ${name} answers ${status}: curl ${health}`;
}
