import { expect, test } from "vitest";
import { configMounts, secretMounts } from "../../../../components/configuration/mounts.ts";

test("every ConfigMap of a service is in one read-only folder", () => {
  const { volumes, mounts } = configMounts("orders", ["orders-config-1", "orders-dynamic"]);
  expect(mounts).toEqual([{ name: "configuration", mountPath: "/etc/orders", readOnly: true }]);
  expect(volumes).toEqual([
    {
      name: "configuration",
      projected: {
        defaultMode: 0o444,
        sources: [{ configMap: { name: "orders-config-1" } }, { configMap: { name: "orders-dynamic" } }],
      },
    },
  ]);
});

test("a secret is a file that only its owner reads, with a variable that says where; a variable only when asked", () => {
  const { volumes, mounts, env } = secretMounts("orders", [
    { name: "DB_PASSWORD", as: "file", secret: "orders-secrets-x", key: "DB_PASSWORD" },
    { name: "TOKEN", as: "env", secret: "from-vault", key: "token" },
  ]);
  expect(volumes).toEqual([
    {
      name: "secrets",
      projected: {
        defaultMode: 0o400,
        sources: [{ secret: { name: "orders-secrets-x", items: [{ key: "DB_PASSWORD", path: "DB_PASSWORD" }] } }],
      },
    },
  ]);
  expect(mounts).toEqual([{ name: "secrets", mountPath: "/run/secrets/orders", readOnly: true }]);
  expect(env).toEqual([
    { name: "DB_PASSWORD_FILE", value: "/run/secrets/orders/DB_PASSWORD" },
    { name: "TOKEN", valueFrom: { secretKeyRef: { name: "from-vault", key: "token" } } },
  ]);
});

test("nothing is mounted where there is nothing", () => {
  expect(configMounts("orders", [])).toEqual({ volumes: [], mounts: [], env: [] });
  expect(secretMounts("orders", [{ name: "A", as: "env", secret: "s", key: "k" }])).toMatchObject({
    volumes: [],
    mounts: [],
  });
});
