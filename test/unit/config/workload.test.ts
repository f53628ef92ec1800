import { expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const orders = { name: "orders", tenant: "shop", image: "acme/orders:1" };
const ready = { path: "/ready" };
const proxy = { name: "proxy", image: "acme/proxy:1", port: 9443, probes: { readiness: ready } };
const claim = { name: "data", mountPath: "/data", claim: { size: "10Gi" } };
const tmp = { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "16Mi" } };

function parse(service: object, environment = "dev") {
  const others = { cluster: { context: "lab" }, images: { registry: "localhost:5000/a" }, tenants: [{ name: "shop" }] };
  return parseStack({ environment, ...others, services: [{ ...orders, ...service }] }, "dev");
}

test.each([
  ["a DaemonSet has no number of pods", { kind: "DaemonSet" }, undefined],
  ["an autoscaler owns it", { autoscaling: { max: 5 } }, undefined],
  ["a StatefulSet follows the environment", { kind: "StatefulSet" }, 3],
])("replicas: %s", (_, service, replicas) => {
  const parsed = parse(service, "prod");
  expect(parsed.ok && parsed.config.services[0]?.replicas).toBe(replicas);
});

test.each([
  ["the environment's number of pods", { max: 5 }, 3],
  ["no more than its maximum", { max: 2 }, 2],
  ["what it says", { min: 4, max: 5 }, 4],
])("an autoscaler goes down to %s", (_, autoscaling, min) => {
  const parsed = parse({ autoscaling }, "prod");
  expect(parsed.ok && parsed.config.services[0]?.autoscaling).toMatchObject({ min });
});

test("takes a service that says everything", () => {
  const probe = { path: "/up", period: 5, timeout: 2, failures: 3 };
  const range = { request: "100m", limit: 1 };
  const parsed = parse({
    kind: "StatefulSet",
    autoscaling: {
      min: 2,
      max: 5,
      cpu: 60,
      memory: 80,
      pods: [{ metric: "requests", averageValue: 100 }],
      objects: [{ metric: "depth", apiVersion: "v1", kind: "Queue", name: "q", averageValue: "5" }],
      external: [{ metric: "lag", selector: { topic: "orders" }, averageValue: "5" }],
      stabilization: { up: 30, down: 600 },
    },
    verticalAutoscaling: true,
    updateStrategy: "RollingUpdate",
    partition: 1,
    profile: "cache",
    critical: true,
    resources: { cpu: range, memory: { limit: "2Gi" } },
    grpcPort: 9000,
    probes: { startup: probe, readiness: { grpc: { service: "orders" } }, liveness: { tcp: {} } },
    shutdown: { propagation: 3, drain: 30 },
    initContainers: [{ name: "schema", image: "acme/schema:1", mounts: [{ volume: "data", mountPath: "/data" }] }],
    sidecars: [{ ...proxy, command: ["/proxy"], args: ["-v"], env: { A: "b" }, probes: { readiness: probe } }],
    volumes: [claim, tmp, { name: "rules", mountPath: "/rules", configMap: "rules" }],
    claimRetention: { whenDeleted: "Delete", whenScaled: "Delete" },
    antiAffinity: "required",
    priorityClass: "business-critical",
  });
  expect(parsed).toMatchObject({ ok: true, config: { services: [{ resources: { cpu: { limit: "1" } } }] } });
});

/** A service that is wrong, the key that says so, and what the line says of it. */
const refused: [object, string, string][] = [
  [{ kind: "Job" }, "kind", "expected one of `Deployment`, `StatefulSet`, `DaemonSet`"],
  [{ critical: "yes" }, "critical", "expected a boolean"],
  [{ resources: { cpu: { limit: "lots" } } }, "resources.cpu.limit", "expected a quantity such as 1"],
  [{ resources: { disk: {} } }, "resources.disk", "is not a key of the stack file"],
  [{ grpcPort: 80 }, "grpcPort", "expected 1024 or more"],
  [{ grpcPort: 9090 }, "grpcPort", "expected a port other than `metricsPort` (9090)"],
  [{ probes: { ready: {} } }, "probes.ready", "is not a key of the stack file"],
  [{ probes: { readiness: { path: "readyz" } } }, "probes.readiness.path", "expected a path such as /readyz"],
  [{ probes: { readiness: { period: 0 } } }, "probes.readiness.period", "expected 1 or more"],
  [{ probes: { readiness: { timeout: "2s" } } }, "probes.readiness.timeout", "expected a number"],
  [{ probes: { readiness: { failures: 0 } } }, "probes.readiness.failures", "expected 1 or more"],
  [{ probes: { liveness: { tcp: { port: 70_000 } } } }, "probes.liveness.tcp.port", "expected 65535 or less"],
  [{ probes: { liveness: { grpc: { service: 1 } } } }, "probes.liveness.grpc.service", "expected text"],
  [{ probes: { liveness: { path: "/", tcp: {} } } }, "probes.liveness.tcp", "stands beside `path`"],
  [{ shutdown: { drain: 0 } }, "shutdown.drain", "expected 1 or more"],
  [{ shutdown: { propagation: 0.5 } }, "shutdown.propagation", "expected a whole number"],
  [{ shutdown: { grace: 30 } }, "shutdown.grace", "is not a key of the stack file"],
  [{ initContainers: [{ name: "A", image: "a:1" }] }, "initContainers[0].name", "expected a lower-case name"],
  [{ initContainers: [{ name: "a" }] }, "initContainers[0].image", "expected text, found nothing"],
  [{ initContainers: [{ name: "orders", image: "a:1" }] }, "initContainers[0].name", "expected a name that no other"],
  [{ initContainers: [{ name: "a", image: "a:1", args: "up" }] }, "initContainers[0].args", "expected a list"],
  [{ sidecars: [{ ...proxy, port: undefined }] }, "sidecars[0].port", "expected a number, found nothing"],
  [{ sidecars: [{ ...proxy, port: 8080 }] }, "sidecars[0].port", "expected a port other than `port` (8080)"],
  [{ sidecars: [proxy, { ...proxy, port: 9444 }] }, "sidecars[1].name", "expected a name that no other container has"],
  [{ sidecars: [{ ...proxy, probes: undefined }] }, "sidecars[0].probes", "expected a map of keys, found nothing"],
  [
    { sidecars: [{ ...proxy, probes: {} }] },
    "sidecars[0].probes.readiness",
    "expected `path`, `grpc` or `tcp`, by which",
  ],
  [
    { sidecars: [{ ...proxy, probes: { readiness: { path: "/", grpc: {} } } }] },
    "sidecars[0].probes.readiness.grpc",
    "stands beside `path`",
  ],
  [
    { volumes: [tmp], sidecars: [{ ...proxy, mounts: [{ volume: "temp", mountPath: "/tmp" }] }] },
    "sidecars[0].mounts[0].volume",
    "expected a name under `volumes` (`tmp`)",
  ],
  [{ volumes: [{ ...tmp, name: "a".repeat(21) }] }, "volumes[0].name", "at most 20 characters"],
  [{ volumes: [{ ...tmp, mountPath: "tmp" }] }, "volumes[0].mountPath", "expected an absolute path"],
  [{ volumes: [{ ...tmp, emptyDir: {} }] }, "volumes[0].emptyDir.sizeLimit", "expected text or a number"],
  [{ volumes: [{ ...tmp, secret: "tls" }] }, "volumes[0]", "not `secret`, `emptyDir`"],
  [{ volumes: [{ name: "tmp", mountPath: "/tmp" }] }, "volumes[0]", "expected one of `configMap`, `secret`"],
  [{ volumes: [{ name: "tls", mountPath: "/tls", secret: "A_B" }] }, "volumes[0].secret", "expected the name of an"],
  [{ volumes: [tmp, { ...tmp, mountPath: "/b" }] }, "volumes[1].name", "expected a name that is not taken"],
  [{ volumes: [tmp, { ...tmp, name: "b" }] }, "volumes[1].mountPath", "expected a folder where no other volume is"],
  [{ volumes: [{ ...claim, claim: { size: "big" } }] }, "volumes[0].claim.size", "expected a quantity such as 10Gi"],
  [
    { volumes: [{ ...claim, claim: { size: "1Gi", accessMode: "ReadOnlyMany" } }] },
    "volumes[0].claim.accessMode",
    "expected one of `ReadWriteOnce`, `ReadWriteMany`",
  ],
  [{ kind: "DaemonSet", volumes: [claim] }, "volumes[0].claim", "is not for a DaemonSet"],
  [{ replicas: 2, volumes: [claim] }, "volumes[0].claim.accessMode", "for there may be 2 pods, found ReadWriteOnce"],
  [{ autoscaling: { max: 4 }, volumes: [claim] }, "volumes[0].claim.accessMode", "for there may be 4 pods"],
  [
    { volumes: [claim], claimRetention: { whenDeleted: "Keep" } },
    "claimRetention.whenDeleted",
    "expected one of `Retain`",
  ],
  [{ claimRetention: { whenDeleted: "Delete" } }, "claimRetention", "is for volumes with a claim"],
  [{ volumes: [claim], claimRetention: { whenScaled: "Delete" } }, "claimRetention.whenScaled", "is for a StatefulSet"],
  [{ antiAffinity: "always" }, "antiAffinity", "expected one of `preferred`, `required`"],
  [{ kind: "DaemonSet", antiAffinity: "required" }, "antiAffinity", "is not for a DaemonSet"],
  [{ priorityClass: "High!" }, "priorityClass", "expected the name of an object"],
  [{ autoscaling: {} }, "autoscaling.max", "expected a number, found nothing"],
  [{ autoscaling: { min: 0, max: 2 } }, "autoscaling.min", "expected 1 or more"],
  [{ autoscaling: { min: 3, max: 2 } }, "autoscaling.max", "expected 3 or more, which is `min`, found 2"],
  [{ autoscaling: { max: 2, cpu: 0 } }, "autoscaling.cpu", "expected 1 or more"],
  [
    { autoscaling: { max: 2, pods: [{ metric: "a" }] } },
    "autoscaling.pods[0].averageValue",
    "expected text or a number",
  ],
  [
    { autoscaling: { max: 2, stabilization: { down: 4000 } } },
    "autoscaling.stabilization.down",
    "expected 3600 or less, found 4000",
  ],
  [{ replicas: 2, autoscaling: { max: 2 } }, "replicas", "stands beside `autoscaling`"],
  [{ kind: "DaemonSet", autoscaling: { max: 2 } }, "autoscaling", "is not for a DaemonSet"],
  [{ kind: "DaemonSet", replicas: 2 }, "replicas", "is not for a DaemonSet"],
  [{ verticalAutoscaling: "on" }, "verticalAutoscaling", "expected a boolean"],
  [
    { kind: "StatefulSet", updateStrategy: "Recreate" },
    "updateStrategy",
    "expected one of `RollingUpdate`, `OnDelete`",
  ],
  [{ updateStrategy: "OnDelete" }, "updateStrategy", "is for a StatefulSet or a DaemonSet"],
  [{ partition: 1 }, "partition", "is for a StatefulSet"],
  [{ kind: "StatefulSet", partition: -1 }, "partition", "expected 0 or more"],
  [{ kind: "StatefulSet", updateStrategy: "OnDelete", partition: 1 }, "partition", "is for updateStrategy"],
];

test.each(refused)("refuses %j in one line: path, expectation, fix", (service, key, expectation) => {
  const parsed = parse(service);
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems).toHaveLength(1);
  const path = `slipway:services[0].${key}`;
  expect(problems[0]).toContain(expectation);
  expect(problems[0]?.startsWith(`${path}: `)).toBe(true);
  expect(problems[0]).toMatch(/Fix: pulumi config (set|rm) -s dev --path '/);
  expect(problems[0]).toContain(`--path '${path}'`);
});

test("what an environment runs counts where a claim allows one pod", () => {
  expect(parse({ volumes: [claim] }, "dev").ok).toBe(true);
  expect(parse({ volumes: [claim], kind: "StatefulSet" }, "prod").ok).toBe(true);
  const parsed = parse({ volumes: [claim] }, "prod");
  expect(parsed).toMatchObject({ ok: false, problems: [expect.stringContaining("for there may be 3 pods")] });
});
