import { expect, test } from "vitest";
import { Traces, type TracesArgs } from "../../../../../components/observability/traces/index.ts";
import { recorded } from "../../recorded.ts";
import { base } from "./arguments.ts";

async function traces(more: Partial<TracesArgs> = {}) {
  const { resources, resource } = await recorded(() => new Traces("traces", { ...base, ...more }));
  const objects = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  const of = (kind: string, name: string) =>
    objects.find((object) => object.type.endsWith(`:${kind}`) && object.name === name)?.inputs as never;
  return { objects, of, traces: resource as Traces };
}

const known = (output: unknown) =>
  new Promise((resolve) => void (output as { apply: (f: unknown) => void }).apply(resolve));

interface Workload {
  spec: { template: { spec: { containers: [{ args: string[]; ports: { name: string; containerPort: number }[] }] } } };
}

test("a gateway and a Jaeger, each with its address", async () => {
  const { objects, traces: component } = await traces();
  expect(objects.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)).toEqual([
    "Deployment traces-jaeger",
    "StatefulSet traces-gateway",
    "ConfigMap traces-gateway-otelcol",
    "Service traces-gateway",
    "Service traces-gateway-peers",
    "Service traces-jaeger",
    "ServiceAccount traces-gateway",
    "ServiceAccount traces-jaeger",
    "NetworkPolicy traces-gateway",
    "NetworkPolicy traces-jaeger",
    "ClusterRole traces-gateway",
    "ClusterRoleBinding traces-gateway",
  ]);
  expect(await known(component.otlpEndpoint)).toBe("http://otel-gateway.monitoring.svc:4318");
  expect(await known(component.query)).toBe("http://jaeger.monitoring.svc:16686");
});

test("a backend elsewhere takes the place of Jaeger", async () => {
  const backend = { otlpEndpoint: "https://tempo.example.com:4317" };
  const { objects, traces: component } = await traces({ backend, images: { collector: base.images.collector } });
  expect(objects.filter(({ name }) => name.includes("jaeger"))).toEqual([]);
  expect(component.query).toBeUndefined();
});

test("several gateways find those of them that are ready, and let each other in", async () => {
  const { of } = await traces({ replicas: 2 });
  expect(of("Service", "traces-ready")).toMatchObject({
    metadata: { name: "otel-gateway-ready" },
    spec: { clusterIP: "None" },
  });
  expect(of("Service", "traces-ready")).not.toHaveProperty("spec.publishNotReadyAddresses");
  expect(portsBetween(of("NetworkPolicy", "traces-gateway"), "otel-gateway")).toEqual([[4319], [4319]]);
  expect(portsBetween((await traces()).of("NetworkPolicy", "traces-gateway"), "otel-gateway")).toEqual([]);
});

test("the file that is mounted is the one that is read, and every port that is scraped says so in its name", async () => {
  const { of } = await traces();
  const [container] = (of("StatefulSet", "traces-gateway") as Workload).spec.template.spec.containers;
  expect(container.args).toEqual(["--config=/etc/otelcol/gateway.yaml"]);
  expect(Object.keys((of("ConfigMap", "traces-gateway-otelcol") as { data: object }).data)).toEqual(["gateway.yaml"]);
  const scraped = container.ports.filter(({ name }) => name.endsWith("-metrics"));
  expect(scraped.map(({ containerPort }) => containerPort)).toEqual([8888, 8889]);
});

test("the API server is asked for pods and nothing else", async () => {
  const { of } = await traces({ apiServer: ["203.0.113.7/32"] });
  expect(of("ClusterRole", "traces-gateway")).toMatchObject({
    rules: [{ resources: ["pods"], verbs: ["get", "list", "watch"] }],
  });
  expect(JSON.stringify(of("NetworkPolicy", "traces-gateway"))).toContain("203.0.113.7/32");
});

test("refuses what does not hold, all at once", () => {
  expect(() => new Traces("traces", { ...base, replicas: 0, sampling: { ratio: -1 } })).toThrow(
    /replicas: 0[^]*ratio: -1/,
  );
});

interface Rule {
  from?: object[];
  to?: object[];
  ports: { port: number }[];
}

function portsBetween(policy: { spec: { ingress: Rule[]; egress: Rule[] } }, name: string): number[][] {
  return [...policy.spec.ingress, ...policy.spec.egress]
    .filter(({ from = [], to = [] }) => JSON.stringify([...from, ...to]).includes(`"${name}"`))
    .map(({ ports }) => ports.map(({ port }) => port));
}
