import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const folder = mkdtempSync(join(tmpdir(), "slipway-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const orders = { name: "orders", tenant: "shop", image: "acme/orders:1" };
const valid = {
  environment: "dev",
  cluster: { context: "lab" },
  images: { registry: "localhost:5000/slipway" },
  tenants: [{ name: "shop" }],
};

function withService(service: Record<string, unknown>, stack: Record<string, unknown> = {}) {
  return { ...valid, services: [{ ...orders, ...service }], ...stack };
}

function problemsOf(stack: Record<string, unknown>): string[] {
  const parsed = parseStack(stack, "dev");
  return parsed.ok ? [] : parsed.problems;
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a service's variables stand above those of the whole stack", () => {
  const stack = withService({ env: { LOG_LEVEL: "debug", B: "2" } }, { env: { LOG_LEVEL: "info", A: "1" } });
  expect(parseStack(stack, "dev")).toMatchObject({
    config: { services: [{ env: { A: "1", B: "2", LOG_LEVEL: "debug" } }] },
  });
});

test("a file is its text, or that of a file of the checkout", () => {
  const from = write("orders.yaml", "log: { level: info }\n");
  const stack = withService({ files: { "a.txt": "text", "orders.yaml": { from } }, dynamicFiles: { d: { from } } });
  expect(parseStack(stack, "dev")).toMatchObject({
    config: {
      services: [
        {
          files: { "a.txt": "text", "orders.yaml": "log: { level: info }\n" },
          dynamicFiles: { d: "log: { level: info }\n" },
        },
      ],
    },
  });
});

test.each([
  [
    "a file that is not there",
    withService({ files: { "a.yaml": { from: "no/such.yaml" } } }),
    `slipway:services[0].files["a.yaml"].from: expected a text file of the checkout, in UTF-8, found "no/such.yaml". Fix: pulumi config set -s dev --path 'slipway:services[0].files["a.yaml"].from' config/orders.yaml`,
  ],
  [
    "a file that is no text",
    withService({ dynamicFiles: { a: { from: write("binary", Buffer.from([0xff, 0xfe, 0x00])) } } }),
    "slipway:services[0].dynamicFiles.a.from: expected a text file of the checkout, in UTF-8",
  ],
  [
    "more than a ConfigMap holds",
    withService({ files: { a: "x".repeat(600_000), b: { from: write("large", "x".repeat(600_000)) } } }),
    "slipway:services[0].files: expected files of 1 MiB together, which is all that a ConfigMap holds, found 1172 KiB.",
  ],
  [
    "a file name with a folder",
    withService({ files: { "a/b": "x" } }),
    'slipway:services[0].files["a/b"]: is not a file name of letters, digits, `.`, `_` and `-`. Fix: pulumi config rm',
  ],
  [
    "a name of the kubelet's",
    withService({ files: { "..data": "x" } }),
    'slipway:services[0].files["..data"]: is not a file name',
  ],
  [
    "a file that is neither text nor a path",
    withService({ files: { a: 1 } }),
    "slipway:services[0].files.a: expected text, or a file as in `{from: config/orders.yaml}`, found 1.",
  ],
  [
    "one name for two files of one folder",
    withService({ files: { "a.yaml": "x" }, dynamicFiles: { "a.yaml": "y" } }),
    'slipway:services[0].dynamicFiles["a.yaml"]: expected a name that is not taken under `files`, found "y"',
  ],
  [
    "a centre that does not say what to read",
    withService({ configCentre: { kind: "nacos", address: "nacos:8848" } }),
    "slipway:services[0].configCentre.dataId: expected text, because the centre is nacos, found nothing. Fix: pulumi config set -s dev --path 'slipway:services[0].configCentre.dataId' orders.yaml",
  ],
  [
    "what another product's centre knows",
    withService({ configCentre: { kind: "apollo", address: "http://a", appId: "o", dataId: "x" } }),
    "slipway:services[0].configCentre.dataId: is unknown to apollo. Fix: pulumi config rm -s dev --path",
  ],
  [
    "a product that nobody knows",
    withService({ configCentre: { kind: "consul", address: "http://a" } }),
    "slipway:services[0].configCentre.kind: expected one of `nacos`, `apollo`",
  ],
])("refuses %s", (_, stack, line) => {
  const problems = problemsOf(stack);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(line);
});
