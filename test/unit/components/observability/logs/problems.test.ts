import { expect, test } from "vitest";
import type { LogsArgs } from "../../../../../components/observability/logs/args.ts";
import { logsProblems } from "../../../../../components/observability/logs/problems.ts";
import { logs, shop } from "./arguments.ts";

const s3 = { bucket: "lines", region: "eu-central-1" };
const elasticsearch = { endpoint: "https://logs.example.com:9200" };

test.each<[string, Partial<LogsArgs>]>([
  ["the least", {}],
  ["everything of a dev stack", { services: shop, redact: ["\\b\\d{16}\\b", "(?i)iban"], rateLimit: "1Mi" }],
  ["periods", { retention: "1h", retentionByNamespace: { shop: "90d" }, retentionByLevel: { debug: "24h" } }],
  ["several in a bucket", { replicas: 3, s3, storage: "50Gi", rateBurst: "8Mi" }],
  [
    "another store",
    { elasticsearch, images: { collector: "otelcol" }, retention: "30d", retentionByLevel: {}, replicas: 1 },
  ],
])("%s: holds", (_, more) => {
  expect(logsProblems(logs(more))).toEqual([]);
});

test.each<[RegExp, Partial<LogsArgs>]>([
  [/images\.loki/, { images: { collector: "otelcol" } }],
  [/services: shop\.orders is there twice/, { services: [...shop, shop[0]!] }],
  [/looks ahead/, { redact: ["pin(?=\\d)"] }],
  [/looks ahead/, { redact: ["(?<!x)pin"] }],
  [/refers back/, { redact: ["(a)\\1"] }],
  [/where there is nothing/, { redact: ["\\d*"] }],
  [/where there is nothing/, { redact: ["(?i)x?"] }],
  [/queueSize: 64Mi/, { queueSize: "64Mi" }],
  [/one store/, { elasticsearch, opensearch: elasticsearch }],
  [/s3: is Loki's/, { elasticsearch, s3 }],
  [/retentionByLevel: is Loki's/, { opensearch: elasticsearch, retentionByLevel: { debug: "1d" } }],
  [/endpoint: .* without a user/, { elasticsearch: { endpoint: "https://a:b@logs.example.com" } }],
  [/index: _x is no name/, { elasticsearch: { ...elasticsearch, index: "_x" } }],
  [/replicas: 3 Lokis need a bucket/, { replicas: 3 }],
  [/of 2 Lokis/, { replicas: 2, s3 }],
  [/replicas: 1\.5/, { replicas: 1.5, s3 }],
  [/retentionByNamespace\.shop: 12h/, { retentionByNamespace: { shop: "12h" } }],
  [/verbose is no level/, { retentionByLevel: { verbose: "2d" } }],
  [/rateBurst: 4Mi/, { rateBurst: "4Mi" }],
  [/rateLimit/, { rateLimit: "0" }],
  [/s3\.endpoint/, { s3: { ...s3, endpoint: "minio:9000" } }],
])("%s is said", (message, more) => {
  expect(logsProblems(logs(more))).toEqual([expect.stringMatching(message)]);
});
