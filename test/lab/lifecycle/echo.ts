import { join } from "node:path";
import { execa } from "execa";
import { locateTools } from "../../../lab/tools/paths.ts";
import { stateAt, stateRoot } from "../../../lab/state.ts";

const IMAGE = "localhost:5000/slipway-test/echo:1";
const labels = { app: "echo" };

/** Two pods behind a service. */
const manifests = {
  apiVersion: "v1",
  kind: "List",
  items: [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "echo", namespace: "default" },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 0,
            containers: [
              { name: "echo", image: IMAGE, readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 } },
            ],
          },
        },
      },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "echo", namespace: "default" },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
  ],
};

const { paths } = await locateTools(["cluster"]);
const state = stateAt(stateRoot());

export async function kubectl(args: readonly string[], input?: string): Promise<string> {
  const { stdout } = await execa(paths.bin("kubectl"), ["--kubeconfig", state.kubeconfig, ...args], { input });
  return stdout;
}

/** Builds the image in the lab, runs it, and waits until it is available. */
export async function deployEcho(): Promise<void> {
  const context = join(import.meta.dirname, "echo");
  const build = ["build", "--frontend=dockerfile.v0", `--local=context=${context}`, `--local=dockerfile=${context}`];
  await execa(paths.bin("buildctl"), [...build, `--output=type=image,name=${IMAGE},push=true`], {
    env: { BUILDKIT_HOST: `unix://${state.buildkitSocket}` },
  });
  await kubectl(["apply", "--filename=-"], JSON.stringify(manifests));
  await kubectl(["rollout", "status", "deployment/echo", "--timeout=60s"]);
}

/** What a name resolves to inside a pod, asked over the service's ClusterIP from the host. */
export async function lookupInPod(name: string): Promise<string> {
  const address = await kubectl(["get", "service", "echo", "--output=jsonpath={.spec.clusterIP}"]);
  const response = await fetch(`http://${address}/?name=${name}`, { signal: AbortSignal.timeout(2_000) });
  return response.text();
}
