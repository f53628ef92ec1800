import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Checkout } from "../checkout.ts";
import { judges, programs, type Judged } from "./judges.ts";
import { PodRoot } from "./pod-root.ts";
import { rendered, type Manifest } from "./rendered.ts";

/** The rendered configuration of each program, before its own checker: of the committed stacks, and of what else there can be. */
const checkout = new Checkout("variant");
const folder = mkdtempSync(join(tmpdir(), "configuration-"));

afterAll(() => {
  checkout.remove();
  rmSync(folder, { recursive: true });
});

/** A stack with two tenants, and a monitoring of which a test says what it is. */
const variant = (observability: string) => `
config:
  slipway:environment: prod
  slipway:cluster: { context: prod }
  slipway:images: { registry: registry.example.com/slipway }
  slipway:observability: ${observability}
  slipway:tenants: [{ name: shop }, { name: bank }]
  slipway:services:
    - { name: orders, tenant: shop, build: { context: services/orders } }
    - { name: ledger, tenant: bank, build: { context: services/orders } }
`;

const noGrafana = "dashboards: { enabled: false }";
const mimir =
  "{ url: https://mimir.example.com/api/v1/push, tenant: acme, credentials: mimir, queue: { capacity: 10000, maxShards: 50, maxSamplesPerSend: 2000, batchSendDeadline: 5s } }";
const managed =
  "{ url: https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write, sigv4: { region: eu-central-1, roleArn: arn:aws:iam::123456789012:role/metrics } }";
const bucket = "{ bucket: acme-logs, region: eu-central-1, endpoint: https://s3.example.com, credentials: loki-s3 }";

/** Each with the programs that there are. */
const variants: [string, string, readonly Judged[]][] = [
  ["nothing said", `{ ${noGrafana} }`, programs],
  [
    "remote write to Mimir and to Amazon, signed, and the control plane",
    `{ metrics: { controlPlane: true, replicas: 3, retentionSize: 30Gi, remoteWrite: [${mimir}, ${managed}] }, ${noGrafana} }`,
    programs,
  ],
  [
    "several Lokis on a bucket, with retention by tenant and level, and forms of our own to redact",
    String.raw`{ logs: { s3: ${bucket}, replicas: 5, retention: 90d, retentionByTenant: { shop: 365d }, retentionByLevel: { debug: 3d }, rateLimit: 16Mi, redact: ['\b\d{16}\b', 'a$'] }, ${noGrafana} }`,
    programs,
  ],
  [
    "several gateways, which keep everything, and a backend of somebody else",
    `{ traces: { replicas: 4, sampling: { ratio: 100, slow: 2s }, otlp: https://tempo.example.com:4317 }, ${noGrafana} }`,
    programs,
  ],
  [
    "logs in Elasticsearch",
    `{ logs: { elasticsearch: { endpoint: https://logs.example.com:9200, index: acme-logs, credentials: logs } }, ${noGrafana} }`,
    ["prometheus", "log-agent", "otel-gateway"],
  ],
  [
    "logs in OpenSearch, and an operator's Prometheus",
    `{ metrics: { operator: true }, logs: { opensearch: { endpoint: https://logs.example.com:9200, credentials: logs } }, ${noGrafana} }`,
    ["log-agent", "otel-gateway"],
  ],
];

/** Asks every checker, and returns what those said that refused. */
async function refusals(manifests: readonly Manifest[], judged: readonly Judged[]): Promise<string[]> {
  const said: string[] = [];
  for (const name of judged) {
    const root = new PodRoot(workloadOf(name, manifests), manifests);
    const { exitCode, all } = await judges[name].check(root);
    if (exitCode !== 0) said.push(`${name}: ${all}`);
    root.remove();
  }
  return said;
}

function workloadOf(program: string, manifests: readonly Manifest[]): Manifest {
  const workload = manifests.find(({ metadata, spec }) => metadata.name === program && spec?.template);
  if (!workload) throw new Error(`no ${program} among what is rendered`);
  return workload;
}

const committed = new Map(
  ["dev", "prod"].map((stack) => [stack, rendered(process.cwd(), stack, join(folder, stack))] as const),
);

test.each([...committed])("of %s", async (_, manifests) => {
  expect(await refusals(manifests, programs)).toEqual([]);
});

test.each(variants)("with %s", async (name, observability, expected) => {
  checkout.writeStack(variant(observability));
  const manifests = rendered(checkout.folder, "variant", join(folder, name.replaceAll(" ", "-")));
  expect(await refusals(manifests, expected)).toEqual([]);
});

/** What a careless hand does to a file that was accepted. */
const mistakes: [Judged, string, (yaml: string) => string][] = [
  ["prometheus", "an unknown key", (yaml) => yaml.replace("scrape_interval:", "scrape_intervall:")],
  ["prometheus", "an expression that is none", (yaml) => yaml.replace("(.+-)?metrics", "(.+-?metrics")],
  ["loki", "an index that is not of a day", (yaml) => yaml.replace("period: 24h", "period: 168h")],
  ["loki", "an unknown key", (yaml) => yaml.replace("retention_enabled:", "retention:")],
  ["log-agent", "a processor that is not there", (yaml) => yaml.replace("- redaction\n", "- redactions\n")],
  [
    "log-agent",
    "a statement that is none",
    (yaml) => yaml.replace("flatten(log.attributes)", "flatten(log.attributes"),
  ],
  ["otel-gateway", "an exporter that is not there", (yaml) => yaml.replace("- otlp_grpc/backend", "- otlp_grpc/back")],
];

test.each(mistakes)("the checker of %s finds %s", async (name, _, mistaken) => {
  const manifests = committed.get("dev")!;
  const root = new PodRoot(workloadOf(name, manifests), manifests);
  const file = judges[name].file(root);
  const before = root.read(file);
  root.write(file, mistaken(before));
  expect(root.read(file)).not.toBe(before);
  const { exitCode, all } = await judges[name].check(root);
  expect(exitCode, all).not.toBe(0);
  root.remove();
});
