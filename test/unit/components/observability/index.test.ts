import { expect, test } from "vitest";
import { catalog } from "../../../../components/image/catalog.ts";
import { Observability, observabilityImages, type ObservabilityArgs } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const parts = { metrics: {}, logs: {}, traces: {}, dashboards: { adminPassword: "x" } };
const images = observabilityImages(parts, ({ image }) => image);
const services = [{ name: "orders", namespace: "shop" }];

/** The images that parts ask for. */
function imagesOf(of: Parameters<typeof observabilityImages>[0]): string[] {
  return Object.values(observabilityImages(of, ({ image }) => image)).filter((image) => image !== "") as string[];
}

async function monitoring(args: Partial<ObservabilityArgs>) {
  const create = () => new Observability("thing", { namespace: "monitoring", images, services, ...args });
  const { resources, resource } = await recorded(create, {
    metadata: { name: "x", namespace: "monitoring", uid: "1" },
  });
  const { addresses } = resource as Observability;
  return { resources, addresses: Object.keys(addresses).sort() };
}

test("all of it stands in two namespaces that refuse everything, and only that of the agents lets them at their node", async () => {
  const { resources, addresses } = await monitoring(parts);
  const inputsOf = (kind: string) =>
    resources.filter(({ type }) => type.endsWith(`:${kind}`)).map(({ inputs }) => inputs);
  const levels = inputsOf("Namespace").map(({ metadata }) => {
    const { name, labels } = metadata as { name: string; labels: Record<string, string> };
    return [name, labels["pod-security.kubernetes.io/enforce"]];
  });
  expect(levels).toEqual([
    ["monitoring", "restricted"],
    ["monitoring-node", "privileged"],
  ]);
  const denied = inputsOf("NetworkPolicy").filter(
    ({ metadata }) => (metadata as { name: string }).name === "default-deny",
  );
  expect(denied).toHaveLength(2);
  expect(addresses).toEqual(["grafana", "jaeger", "loki", "prometheus"]);
  for (const { name } of resources) expect(name).toMatch(/^thing(-[a-z-]+)?$/);
});

test("a part that is not asked for leaves no program, no address and no image behind", async () => {
  const { resources, addresses } = await monitoring({ metrics: {}, traces: {} });
  const programs = resources.filter(({ type }) => type === "slipway:index:Program").map(({ name }) => name);
  expect(programs.filter((name) => /loki|agent|dashboards/.test(name))).toEqual([]);
  expect(addresses).toEqual(["jaeger", "prometheus"]);

  const asked = imagesOf({ metrics: {}, traces: {} });
  expect(asked).not.toContain(catalog.loki);
  expect(asked).not.toContain(catalog.grafana);
  expect(asked).toContain(catalog.collector);
});

test("whoever runs Prometheus, keeps lines or traces elsewhere needs no image of ours for it", () => {
  const store = { endpoint: "https://logs.example.com:9200" };
  const asked = imagesOf({
    metrics: { operator: true, resourceMetrics: false },
    logs: { elasticsearch: store },
    traces: { backend: { otlpEndpoint: "https://t:4317" } },
  });
  expect(asked).toEqual([catalog.collector]);
});
