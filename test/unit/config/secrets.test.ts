import { isSecret, type Output } from "@pulumi/pulumi";
import { RunError } from "@pulumi/pulumi/errors.js";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readStack } from "../../../config/load.ts";

const CANARY = "canary-0f1e2d";

/** A stack as the engine hands it over: text, decrypted, and the keys that hold something encrypted. */
function read(secrets: unknown, service: Record<string, unknown>, secretKeys = ["slipway:secrets"]) {
  const orders = { name: "orders", tenant: "shop", image: "acme/orders:1", ...service };
  const config = {
    "slipway:environment": "dev",
    "slipway:cluster": '{"context":"lab"}',
    "slipway:images": '{"registry":"localhost:5000/slipway"}',
    "slipway:tenants": '[{"name":"shop"}]',
    "slipway:services": JSON.stringify([orders]),
    ...(secrets !== undefined && {
      "slipway:secrets": typeof secrets === "string" ? secrets : JSON.stringify(secrets),
    }),
  };
  return readStack(config, secretKeys, "dev");
}

function refusal(...args: Parameters<typeof read>): string[] {
  try {
    read(...args);
  } catch (error) {
    if (!RunError.isInstance(error)) throw error;
    expect(error.message).not.toContain(CANARY);
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
  throw new Error("not refused");
}

async function valueOf(output: unknown): Promise<unknown> {
  return new Promise((resolve) => (output as Output<unknown>).apply(resolve));
}

const use = { secrets: [{ name: "DB_PASSWORD", key: "orders/db" }] };

test("a decrypted value reaches the service that names it, as a Pulumi secret that shows itself nowhere", async () => {
  const stack = read({ "orders/db": CANARY }, use);
  const [secret] = stack.services[0]?.secrets ?? [];
  expect(secret).toMatchObject({ name: "DB_PASSWORD", as: "file" });
  expect(await valueOf(secret?.value)).toBe(CANARY);
  expect(await isSecret(secret?.value as Output<string>)).toBe(true);
  expect(inspect(stack, { depth: 9 })).not.toContain(CANARY);
  expect(stack).not.toHaveProperty("secrets");
});

test("a value that is still encrypted becomes a placeholder", async () => {
  const stack = read({ "orders/db": { secure: "v1:ciphertext" } }, use);
  expect(await valueOf(stack.services[0]?.secrets[0]?.value)).toBe("[secret]");
});

test("a centre's credential is a secret of the service, as a file", async () => {
  const configCentre = { kind: "nacos", address: "n:8848", dataId: "d", passwordKey: "nacos" };
  const [secret] = read({ nacos: CANARY }, { configCentre }).services[0]?.secrets ?? [];
  expect(secret).toMatchObject({ name: "NACOS_PASSWORD", as: "file" });
  expect(await valueOf(secret?.value)).toBe(CANARY);
});

test("clear text is refused with the command that encrypts it, and not shown", () => {
  const line =
    'slipway:secrets["orders/db"]: expected an encrypted value, found something else (not shown). Fix: pulumi config set -s dev --secret --path \'slipway:secrets["orders/db"]\'';
  expect(refusal({ "orders/db": CANARY }, use, [])).toEqual([line]);
  // In the file itself, where an encrypted one stands beside it.
  const mixed = { "orders/db": CANARY, other: { secure: "v1:x" } };
  expect(refusal(mixed, { secrets: [...use.secrets, { name: "B", key: "other" }] })).toEqual([line]);
});

test("what is no map of values is refused without being shown", () => {
  expect(refusal(CANARY, {})[0]).toContain("slipway:secrets: expected a map of keys, found something else (not shown)");
  expect(refusal(`{"a": "${CANARY}`, {})[0]).toContain("found something else (not shown)");
});

test("an encrypted value anywhere else is refused, with the place where it belongs", () => {
  const elsewhere = () => read(undefined, {}, ["slipway:services", "aws:token"]);
  expect(elsewhere).toThrow(
    /^slipway:services: holds an encrypted value, .*--secret --path 'slipway:secrets\["orders\/db"\]'/,
  );
  expect(elsewhere).not.toThrow(/aws/);
});

test("reports a missing key, an unused value and a taken variable at once", () => {
  const secrets = [
    { name: "DB_PASSWORD", key: "orders/db" },
    { name: "OTHER", key: "nope", as: "env" },
    { name: "TOKEN", key: "orders/db", as: "env" },
    { name: "DB_PASSWORD", key: "orders/db" },
  ];
  expect(refusal({ "orders/db": CANARY, unused: CANARY }, { secrets, env: { TOKEN: "x" } })).toEqual([
    "slipway:secrets.nope: expected an encrypted value, which slipway:services[0].secrets[1].key asks for (there are `orders/db`, `unused`), found nothing. Fix: pulumi config set -s dev --secret --path 'slipway:secrets.nope'",
    "slipway:secrets.unused: is used by no service or task, nor by the monitoring. Fix: pulumi config rm -s dev --path 'slipway:secrets.unused'",
    expect.stringContaining("secrets[2].name: expected a name that is not taken, nor its variable `TOKEN`"),
    expect.stringContaining("secrets[3].name: expected a name that is not taken, nor its variable `DB_PASSWORD_FILE`"),
  ]);
});

test("one name has one value, be it a file, a variable or a centre's credential", () => {
  const configCentre = { kind: "nacos", address: "n:8848", dataId: "d", passwordKey: "a" };
  const secrets = [
    { name: "X", key: "a" },
    { name: "X", key: "b", as: "env" },
    { name: "NACOS_PASSWORD", key: "b" },
  ];
  expect(refusal({ a: CANARY, b: CANARY }, { secrets, configCentre })).toEqual([
    expect.stringContaining("secrets[1].name: expected a name that is not taken"),
    expect.stringContaining("secrets[2].name: expected a name that is not taken"),
  ]);
});

test("a service that names a secret where there is none is told how to set it", () => {
  expect(refusal(undefined, use)).toEqual([
    'slipway:secrets["orders/db"]: expected an encrypted value, which slipway:services[0].secrets[0].key asks for, found nothing. Fix: pulumi config set -s dev --secret --path \'slipway:secrets["orders/db"]\'',
  ]);
});
