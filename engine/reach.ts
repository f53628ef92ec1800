import { execa } from "execa";
import { quietly, type Engine } from "./pulumi.ts";
import type { TargetCluster } from "./target.ts";

/** Tells how to reach what runs now: every service's address, whether it answers, and the next commands. */
export async function tellHowToReach(engine: Engine): Promise<void> {
  const { target, settings, env } = engine;
  const outputs = await quietly(engine, ["-C", settings.project, "stack", "output", "--json", "--stack", target.stack]);
  const { services = {} } = JSON.parse(outputs) as { services?: Record<string, string> };
  const lines = await Promise.all(
    target.clusters.flatMap((cluster) =>
      cluster.services.flatMap((name) => (services[name] ? [describe(name, services[name], cluster, env)] : [])),
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
