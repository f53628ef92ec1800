import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inCluster, Service, type ServiceArgs } from "../../components/index.ts";
import { addressSpec, peersSpec } from "../../components/workload/address.ts";
import { autoscalerSpec } from "../../components/workload/autoscaling.ts";
import { claimSpec } from "../../components/workload/claims.ts";
import { daemonSetSpec } from "../../components/workload/daemon-set.ts";
import { deploymentSpec } from "../../components/workload/deployment.ts";
import { disruptionBudget } from "../../components/workload/disruption.ts";
import { serviceSpec } from "../../components/workload/spec.ts";
import { statefulSetSpec } from "../../components/workload/stateful-set.ts";
import { SteadyLoad } from "./load.ts";
import { kubectl, TestStack, type Program } from "./plugins/kubernetes/engine.ts";
import { buildProbed } from "./workload/image.ts";

/**
 * The forms of a service on the real API server and the real kubelet, in a namespace that lets in the `restricted` Pod
 * Security Standard only. The lab has no storage class: claims are only checked by the API server, not bound.
 */
const namespace = `workload-${process.pid}`;
const small = { cpu: { request: "10m" }, memory: { request: "16Mi" } };

let image: string;
let stack: TestStack;
let program: Program;

beforeAll(async () => {
  await kubectl("create", "namespace", namespace);
  const levels = ["enforce", "warn"].map((mode) => `pod-security.kubernetes.io/${mode}=restricted`);
  await kubectl("label", "namespace", namespace, ...levels);
  image = await buildProbed();
  stack = await TestStack.create();
  program = () => {
    const cluster = inCluster("lab");
    for (const [name, args] of Object.entries(services())) new Service(name, args, cluster);
    return Promise.resolve();
  };
});

afterAll(async () => {
  await stack.destroy();
  await kubectl("delete", "namespace", namespace, "--wait");
});

/** A service of each kind, which between them have every form of probe. */
function services(): Record<string, ServiceArgs> {
  const common = { namespace, image, resources: small, env: { PORT: "8080", VERSION: version } };
  const tmp = { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "1Mi" } };
  const mark = { MARK: "/tmp/mark" };
  return {
    // Ready only when the init container has left its mark in the volume, asked by gRPC.
    shop: {
      ...common,
      critical: true,
      resources: { cpu: { limit: "20m" }, memory: { limit: "32Mi" } },
      grpcPort: 9000,
      env: { ...common.env, ...mark, GRPC_PORT: "9000" },
      probes: { readiness: { grpc: {}, period: 1 }, liveness: { grpc: { service: "shop" } } },
      volumes: [tmp],
      initContainers: [
        { name: "mark", image, args: ["mark"], env: mark, mounts: [{ volume: "tmp", mountPath: "/tmp" }] },
      ],
      sidecars: [
        {
          name: "proxy",
          image,
          port: 9443,
          env: { PORT: "9443" },
          probes: { readiness: { path: "/readyz" } },
          resources: small,
        },
      ],
      autoscaling: { min: 2, max: 3, cpu: 80 },
    },
    queue: {
      ...common,
      kind: "StatefulSet",
      replicas: 2,
      volumes: [tmp],
      probes: { readiness: { tcp: {}, period: 1 } },
    },
    agent: { ...common, kind: "DaemonSet", probes: { readiness: { period: 1 } } },
  };
}

/** What the next `up` gives each service, to tell its pods from those before. */
let version = "1";

async function get(...args: string[]): Promise<string> {
  return kubectl("-n", namespace, "get", ...args);
}

test("a service of each kind comes up: sidecar, init container and volume, probed by HTTP, gRPC and TCP", async () => {
  const { failed, text } = await stack.up(program);
  expect(failed, text).toBe(false);

  const ready = await get(
    "pods",
    "-o",
    "jsonpath={range .items[*]}{.metadata.name} {.status.containerStatuses[*].ready}\n{end}",
  );
  expect(ready).toMatch(/^queue-0 true$/m);
  expect(ready).toMatch(/^queue-1 true$/m);
  expect(ready).toMatch(/^agent-\w+ true$/m);
  expect(ready).toMatch(/^shop-\w+-\w+ true$/m);
});

test("the sidecar runs beside the service, and the init container ran to its end", async () => {
  const pod = (await get("pods", "-l", "app.kubernetes.io/name=shop", "-o", "name")).split("\n")[0] ?? "";
  const statuses = JSON.parse(await get(pod, "-o", "jsonpath={.status.initContainerStatuses}")) as object[];
  expect(statuses).toMatchObject([
    { name: "proxy", ready: true, started: true, state: { running: {} } },
    { name: "mark", state: { terminated: { exitCode: 0 } } },
  ]);
  expect(await get(pod, "-o", "jsonpath={.status.qosClass}")).toBe("Guaranteed");
});

test("the autoscaler owns the number of pods, and a second up leaves everything as it is", async () => {
  await expect.poll(() => get("deployment", "shop", "-o", "jsonpath={.spec.replicas}"), { timeout: 60_000 }).toBe("2");

  const { failed, text, steps } = await stack.up(program);
  expect(failed, text).toBe(false);
  const changed = Object.entries(steps).filter(([, operations]) =>
    operations.some((operation) => operation !== "same"),
  );
  expect(changed, text).toEqual([]);
  expect(await get("deployment", "shop", "-o", "jsonpath={.spec.replicas}")).toBe("2");
});

test("the pods of a StatefulSet have addresses of their own", async () => {
  const slices = await get("endpointslices", "-l", "kubernetes.io/service-name=queue-peers", "-o", "json");
  const endpoints = (JSON.parse(slices) as { items: { endpoints: { hostname: string }[] }[] }).items;
  const names = endpoints.flatMap((slice) => slice.endpoints.map(({ hostname }) => hostname));
  expect(names.sort()).toEqual(["queue-0", "queue-1"]);
});

test("a change rolls each kind, and no request to any of them fails", async () => {
  const addresses = await Promise.all(
    ["shop", "queue", "agent"].map((service) => get("service", service, "-o", "jsonpath={.spec.clusterIP}")),
  );
  const loads = addresses.map((address) => new SteadyLoad(`http://${address}:8080/livez`, 20));
  version = "2";
  const { failed, text } = await stack.up(program);
  const totals = await Promise.all(loads.map((load) => load.stop()));

  expect(failed, text).toBe(false);
  for (const { sent, by } of totals) {
    expect(sent).toBeGreaterThan(100);
    expect(by).toEqual({ 200: sent });
  }
  const versions = async () => {
    const path = '{range .items[*]}{.spec.containers[0].env[?(@.name=="VERSION")].value} {end}';
    return new Set((await get("pods", "-o", `jsonpath=${path}`)).trim().split(" "));
  };
  // Those of before are still going away.
  await expect.poll(versions, { timeout: 60_000 }).toEqual(new Set(["2"]));
});

/** Everything that a service can say. */
const full = {
  namespace,
  image: "r.dev/orders@sha256:0000000000000000000000000000000000000000000000000000000000000000",
  critical: true,
  grpcPort: 9000,
  probes: { startup: { path: "/up" }, readiness: { grpc: { service: "orders" } }, liveness: { tcp: {} } },
  shutdown: { propagation: 3, drain: 30 },
  priorityClass: "system-cluster-critical",
  initContainers: [{ name: "schema", image: "r.dev/schema:1", mounts: [{ volume: "tmp", mountPath: "/tmp" }] }],
  sidecars: [{ name: "proxy", image: "r.dev/proxy:1", port: 9443, probes: { readiness: { path: "/ready" } } }],
  volumes: [
    { name: "rules", mountPath: "/rules", configMap: "rules" },
    { name: "tls", mountPath: "/tls", secret: "tls" },
    { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "1Mi" } },
  ],
} satisfies ServiceArgs;
const data = { name: "data", mountPath: "/data", claim: { size: "1Gi", storageClass: "fast" } };
const autoscaling = {
  max: 5,
  cpu: 60,
  memory: 80,
  pods: [{ metric: "requests", averageValue: "10" }],
  objects: [{ metric: "depth", apiVersion: "v1", kind: "Service", name: "q", averageValue: "10" }],
  external: [{ metric: "lag", selector: { topic: "orders" }, averageValue: "10" }],
  stabilization: { up: 15, down: 600 },
};

const claiming = { ...full, volumes: [...full.volumes, data] };

const forms: [string, string, string, object][] = [
  [
    "three pods apart",
    "apps/v1",
    "Deployment",
    deploymentSpec(serviceSpec("full", { ...full, replicas: 3, antiAffinity: "required" })),
  ],
  ["one pod with a claim", "apps/v1", "Deployment", deploymentSpec(serviceSpec("full", claiming))],
  [
    "three pods with a claim each",
    "apps/v1",
    "StatefulSet",
    statefulSetSpec(serviceSpec("full", { ...claiming, kind: "StatefulSet", replicas: 3, partition: 1 })),
  ],
  ["a pod on each node", "apps/v1", "DaemonSet", daemonSetSpec(serviceSpec("full", { ...full, kind: "DaemonSet" }))],
  [
    "updated by hand",
    "apps/v1",
    "DaemonSet",
    daemonSetSpec(serviceSpec("full", { ...full, kind: "DaemonSet", updateStrategy: "OnDelete" })),
  ],
  ["the address", "v1", "Service", addressSpec(serviceSpec("full", full))],
  ["the peers", "v1", "Service", peersSpec(serviceSpec("full", full))],
  ["a shared claim", "v1", "PersistentVolumeClaim", claimSpec(data.claim)],
  ["one pod at a time", "policy/v1", "PodDisruptionBudget", disruptionBudget("full")],
  [
    "every metric",
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    autoscalerSpec(serviceSpec("full", { ...full, autoscaling }), autoscaling),
  ],
];

test.each(forms)(
  "under `restricted` the API server takes without a warning: %s (%s %s)",
  async (_, apiVersion, kind, spec) => {
    const manifest = JSON.stringify({ apiVersion, kind, metadata: { name: "full", namespace }, spec });
    const apply = [
      "apply",
      "--server-side",
      "--dry-run=server",
      "--warnings-as-errors",
      "--validate=strict",
      "-f",
      "-",
    ];
    const { exitCode, all } = await execa("kubectl", apply, { input: manifest, all: true, reject: false });
    expect(exitCode, all).toBe(0);
    expect(all).not.toContain("Warning");
  },
);
