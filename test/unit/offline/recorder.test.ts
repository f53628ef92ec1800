import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const STACK = "recorder-secrets";
const folder = mkdtempSync(join(tmpdir(), "slipway-recorder-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(`Pulumi.${STACK}.yaml`, { force: true });
});

/** The manifests of a service with one secret, by file. */
function rendered(ciphertext: string): Record<string, string> {
  writeFileSync(
    `Pulumi.${STACK}.yaml`,
    `config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: r.example.com }
  slipway:tenants: [{ name: shop }]
  slipway:secrets: { orders/db: { secure: "${ciphertext}" } }
  slipway:services:
    - { name: orders, tenant: shop, image: "a/b:1", secrets: [{ name: DB_PASSWORD, key: orders/db }] }
`,
  );
  const args = ["offline/main.ts", "render", "--stack", STACK, "--out", folder];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

test("a Secret is rendered under a name that its pods know and that no value changes, without an owner that nobody has", () => {
  const first = rendered("v1:one:ciphertext");
  expect(first["shop/secret-orders-secrets.yaml"]).toContain('DB_PASSWORD: "[secret]"');
  expect(first["shop/secret-orders-secrets.yaml"]).toContain("name: orders-secrets\n");
  expect(first["shop/deployment-orders.yaml"]).toContain("name: orders-secrets\n");
  expect(Object.values(first).join("")).not.toMatch(/ciphertext|ownerReferences|generateName/);
  expect(rendered("v1:two:ciphertext")).toEqual(first);
});
