import { expect, test } from "vitest";
import { unnamedContents } from "../../../engine/collect.ts";

const now = Date.parse("2026-01-02T00:00:00Z");
const OLD = "2026-01-01T00:00:00Z";
const carriers = JSON.stringify({
  items: [
    { spec: { volumes: [{ configMap: { name: "orders-config-1" } }, { secret: { secretName: "orders-secrets-b" } }] } },
  ],
});

test("what no pod and no revision names is collected, what one of them names is not", () => {
  const lines = [
    `ConfigMap/orders-config-1 ${OLD} ServiceAccount`,
    `ConfigMap/orders-config-11 ${OLD} ServiceAccount`,
    `Secret/orders-secrets-a ${OLD} ServiceAccount`,
    `Secret/orders-secrets-b ${OLD} ServiceAccount`,
  ].join("\n");
  expect(unnamedContents(lines, carriers, now)).toEqual(["configmap/orders-config-11", "secret/orders-secrets-a"]);
});

test("neither what is new, nor what belongs to nobody or to something else, nor an empty line", () => {
  const lines = [
    "ConfigMap/orders-config-2 2026-01-01T23:30:00Z ServiceAccount",
    `ConfigMap/by-hand ${OLD} `,
    `Secret/of-an-operator ${OLD} ExternalSecret`,
    "",
  ].join("\n");
  expect(unnamedContents(lines, carriers, now)).toEqual([]);
  expect(unnamedContents("", carriers, now)).toEqual([]);
});

test("a time that cannot be read is no reason to delete", () => {
  expect(unnamedContents("Secret/orders-secrets-a soon ServiceAccount", carriers, now)).toEqual([]);
});
