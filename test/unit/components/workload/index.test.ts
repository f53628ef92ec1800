import { expect, test } from "vitest";
import { Service } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const args = { namespace: "shop", image: "r.dev/orders@sha256:00" };

test("a service is a Deployment with its own identity behind a stable address", async () => {
  const { resources, resource } = await recorded(() => new Service("orders", args));

  expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "kubernetes:apps/v1:Deployment orders",
    "kubernetes:core/v1:Service orders",
    "kubernetes:core/v1:ServiceAccount orders",
    "slipway:index:Service orders",
  ]);
  const url = await new Promise((resolve) => (resource as Service).url.apply(resolve));
  expect(url).toBe("http://orders.shop.svc:8080");
});

test("from two replicas on, a disruption budget lets one pod go at a time", async () => {
  const { resources } = await recorded(() => new Service("orders", { ...args, replicas: 2 }));
  const budget = resources.find(({ type }) => type === "kubernetes:policy/v1:PodDisruptionBudget");
  expect(budget?.inputs).toMatchObject({ spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" } });
});

test("whoever addresses the pods uses the same labels: selector, service, budget", async () => {
  const { resources } = await recorded(() => new Service("orders", { ...args, replicas: 2 }));
  const [deployment, address, , budget] = resources.map(
    ({ inputs }) => inputs.spec as Record<string, Record<string, unknown>>,
  );
  const labels = deployment?.selector?.matchLabels;
  expect(address?.selector).toEqual(labels);
  expect(budget?.selector?.matchLabels).toEqual(labels);
  expect((deployment?.template as { metadata: { labels: object } }).metadata.labels).toMatchObject(labels as object);
});
