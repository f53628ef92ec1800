import { matchesGlob } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf, sources, type Source } from "../../../../../../components/observability/logs/agent/sources.ts";
import { shop } from "../arguments.ts";

const OWN = "monitoring-node";

function readBy(path: string, all: readonly Source[]): string[] {
  const matches = (globs: string[]) => globs.some((glob) => matchesGlob(path, glob));
  return all.filter(({ include, exclude }) => matches(include) && !matches(exclude)).map(({ name }) => name);
}

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,10}[a-z0-9])?$/);
const service = fc.record({ name: label, namespace: label });
const services = fc.uniqueArray(service, { selector: nameOf, maxLength: 6 });
const file = fc.constantFrom("0.log", "12.log", "0.log.20260131-101500");

test("every file on a node has one reader, whatever the services are called", () => {
  fc.assert(
    fc.property(services, service, label, file, (all, pod, container, name) => {
      const path = `/var/log/pods/${pod.namespace}_${pod.name}-7d4b9_0123abcd/${container}/${name}`;
      expect(readBy(path, sources(all, OWN))).toHaveLength(1);
    }),
  );
});

test("the container of a service in its namespace is read for the service, and no other is", () => {
  const all = sources(shop, OWN);
  const path = (namespace: string, container: string) => `/var/log/pods/${namespace}_orders-1_ab12/${container}/0.log`;
  expect(readBy(path("shop", "orders"), all)).toEqual(["shop.orders"]);
  expect(readBy(path("shop", "proxy"), all)).toEqual(["other"]);
  expect(readBy(path("shop-next", "orders"), all)).toEqual(["other"]);
});

test("the agent does not read what it says itself", () => {
  expect(readBy(`/var/log/pods/${OWN}_log-agent-x1_ab12/log-agent/0.log`, sources(shop, OWN))).toEqual([]);
  expect(readBy(`/var/log/pods/${OWN}_node-exporter-x1_ab12/node-exporter/0.log`, sources(shop, OWN))).toEqual([
    "other",
  ]);
});

test("what the kubelet has compressed, or is compressing, is not read again", () => {
  for (const end of ["gz", "tmp"]) {
    const path = `/var/log/pods/shop_orders-1_ab12/orders/0.log.20260131-101500.${end}`;
    expect(readBy(path, sources(shop, OWN))).toEqual([]);
    expect(readBy(path, sources([], OWN))).toEqual([]);
  }
});
