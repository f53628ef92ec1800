import { expect, test } from "vitest";
import { parse } from "yaml";
import { bytes } from "../../../../../../components/quantity.ts";
import {
  LONGEST_NAME,
  LONGEST_VALUE,
  MOST_FIELDS,
} from "../../../../../../components/observability/logs/agent/fields.ts";
import { LONGEST } from "../../../../../../components/observability/logs/agent/multiline.ts";
import type { LogsArgs } from "../../../../../../components/observability/logs/args.ts";
import { lokiConfig, lokiFile } from "../../../../../../components/observability/logs/loki/config.ts";
import { lokiSpec } from "../../../../../../components/observability/logs/loki/spec.ts";
import { agent, logs } from "../arguments.ts";

const config = (more: Partial<LogsArgs> = {}) => lokiConfig(lokiSpec(logs(more)));
const bucket = { bucket: "lines", region: "eu-central-1" };

test("Loki deletes what is too old: limits alone would keep it for ever", () => {
  const { compactor, limits_config } = config({ retention: "30d" });
  expect(limits_config.retention_period).toBe("720h");
  expect(compactor).toMatchObject({ retention_enabled: true, delete_request_store: "filesystem" });
  expect(config({ s3: bucket }).compactor.delete_request_store).toBe("s3");
});

test("a level is kept for its own time, whatever its namespace says", () => {
  const { retention_stream } = config({
    retentionByNamespace: { shop: "90d" },
    retentionByLevel: { debug: "1d" },
  }).limits_config;
  expect(retention_stream).toEqual([
    { selector: '{k8s_namespace_name="shop"}', priority: 1, period: "2160h" },
    { selector: '{severity_text="debug"}', priority: 2, period: "24h" },
  ]);
});

test("nothing that an agent may send is refused", () => {
  const { limits_config, server } = config();
  expect(limits_config.max_line_size).toBeGreaterThan(LONGEST);
  expect(limits_config.max_structured_metadata_entries_count).toBeGreaterThan(MOST_FIELDS);
  expect(limits_config.max_structured_metadata_size).toBeGreaterThan(MOST_FIELDS * (LONGEST_VALUE + LONGEST_NAME));
  expect(limits_config.reject_old_samples).toBe(false);
  const { sending_queue } = Object.values(agent().exporters)[0] as { sending_queue: { batch: { max_size: number } } };
  expect(sending_queue.batch.max_size).toBeLessThan(limits_config.per_stream_rate_limit_burst);
  expect(sending_queue.batch.max_size).toBeLessThan(server.grpc_server_max_recv_msg_size);
});

test("the rate holds for one service, and all together have none", () => {
  const { limits_config } = config({ rateLimit: "1Mi" });
  expect(limits_config.per_stream_rate_limit).toBe(bytes("1Mi"));
  expect(limits_config.per_stream_rate_limit_burst).toBeGreaterThanOrEqual(bytes("8Mi"));
  // As a whole or not at all, and never in shards with a rate for each.
  expect(limits_config.shard_streams.enabled).toBe(true);
  expect(limits_config.shard_streams.desired_rate).toBeGreaterThan(limits_config.ingestion_rate_mb * 1024 * 1024);
  expect(limits_config.ingestion_rate_mb * 1024 * 1024).toBeGreaterThan(100 * limits_config.per_stream_rate_limit);
});

test("streams are told apart by few labels: never by pods, nodes or ids", () => {
  const { attributes_config } = config().limits_config.otlp_config.resource_attributes;
  const labels = attributes_config
    .filter(({ action }) => action === "index_label")
    .flatMap((entry) => entry.attributes);
  expect(labels).toEqual(["service.name", "k8s.namespace.name", "k8s.container.name"]);
});

test("lines that are in no chunk yet are asked for", () => {
  const { ingester, querier } = config();
  expect(parseInt(querier.query_ingesters_within)).toBeGreaterThan(parseInt(ingester.max_chunk_age));
});

test("a replay of the log stays within the memory of the pod", () => {
  const memory = { request: "128Mi", limit: "256Mi" };
  const { wal } = config({ resources: { loki: { cpu: { request: "10m", limit: "1" }, memory } } }).ingester;
  expect(wal.replay_memory_ceiling).toBeLessThan(bytes("256Mi"));
});

test("one Loki knows nobody; three share lines, each kept three times", () => {
  expect(config()).not.toHaveProperty("memberlist");
  expect(config().common).toMatchObject({ replication_factor: 1, ring: { kvstore: { store: "inmemory" } } });
  const three = config({ replicas: 3, s3: bucket });
  expect(three.common).toMatchObject({ replication_factor: 3, instance_addr: "${POD_IP}" });
  expect(three.memberlist?.join_members).toEqual(["dns+loki-peers.monitoring.svc:7946"]);
});

test("the layout is written down, not the day of the installation", () => {
  for (const more of [{}, { s3: bucket }]) {
    expect(config(more).schema_config.configs).toEqual([
      {
        from: "2026-01-01",
        store: "tsdb",
        schema: "v13",
        index: { prefix: "index_", period: "24h" },
        object_store: "s3" in more ? "s3" : "filesystem",
      },
    ]);
  }
});

test("a bucket: Amazon's by its region, another's by its address; keys are variables", () => {
  const s3 = (more: object) => (config({ s3: { ...bucket, ...more } }).common.storage as { s3: object }).s3;
  expect(s3({})).toEqual({ bucketnames: "lines", region: "eu-central-1" });
  expect(s3({ endpoint: "http://minio.store.svc:9000", credentials: "loki-s3" })).toEqual({
    bucketnames: "lines",
    region: "eu-central-1",
    endpoint: "minio.store.svc:9000",
    insecure: true,
    s3forcepathstyle: true,
    access_key_id: "${S3_ACCESS_KEY_ID}",
    secret_access_key: "${S3_SECRET_ACCESS_KEY}",
  });
  expect(s3({ endpoint: "https://s3.example.com", forcePathStyle: false })).not.toHaveProperty("s3forcepathstyle");
});

test("the file says the same", () => {
  const spec = lokiSpec(logs({ retentionByLevel: { debug: "1d" } }));
  expect(parse(lokiFile(spec))).toEqual(JSON.parse(JSON.stringify(lokiConfig(spec))));
});
