import { expect, test } from "vitest";
import { agentConfig } from "../../../../../../components/observability/logs/agent/config.ts";
import { sources } from "../../../../../../components/observability/logs/agent/sources.ts";
import { otherStore } from "../../../../../../components/observability/logs/store/index.ts";
import type { LogsArgs } from "../../../../../../components/observability/logs/args.ts";
import { logs, shop } from "../arguments.ts";

const endpoint = "https://logs.example.com:9200";
const credentials = { secret: "store", passwordKey: "pass" };

function configured(more: Partial<LogsArgs>) {
  const store = otherStore(logs(more))!;
  const spec = { sources: sources(shop, "monitoring-node"), sink: store.sink, redact: [], queueSize: "128Mi" };
  return { ...store, config: agentConfig(spec) };
}

/** What of the objects is looked at: of either store, of a policy and of a template. */
interface Contents {
  policy: {
    phases: { delete: object };
    states: { transitions: object[] }[];
    ism_template: { index_patterns: string[] }[];
  };
  index_patterns: string[];
  template: { settings: Record<string, string>; mappings: object };
}

/** What whoever keeps the store puts into it. */
function objectsOf({ objects }: { objects: { data?: unknown } }): Record<string, Contents> {
  const files = Object.entries(objects.data as Record<string, string>);
  return Object.fromEntries(files.map(([name, text]) => [name, JSON.parse(text) as Contents]));
}

test("there is none unless one is asked for", () => {
  expect(otherStore(logs())).toBeUndefined();
});

test.each([
  ["elasticsearch", "elasticsearch/shop.orders"],
  ["opensearch", "opensearch/shop.orders"],
])("%s: has a queue for each service as well, and goes on trying", (name, exporter) => {
  const { config } = configured({ [name]: { endpoint } });
  expect(Object.keys(config.exporters)).toContain(exporter);
  expect(config.exporters[exporter]).toMatchObject({
    logs_index: "slipway-logs",
    sending_queue: { storage: "file_storage", block_on_overflow: true },
  });
  const { retry, retry_on_failure } = config.exporters[exporter] as Record<string, object>;
  expect(retry ?? retry_on_failure).toMatchObject(
    retry ? { max_retries: 1_000_000 } : { enabled: true, max_elapsed_time: "0s" },
  );
});

test.each(["elasticsearch", "opensearch"])("%s: user and password are in files, never in the configuration", (name) => {
  const { sink, config } = configured({ [name]: { endpoint, credentials } });
  expect(sink.secretReferences).toEqual([
    { name: "STORE_USERNAME", as: "file", secret: "store", key: "username" },
    { name: "STORE_PASSWORD", as: "file", secret: "store", key: "pass" },
  ]);
  expect(JSON.stringify(config)).toContain("/run/secrets/log-agent/STORE_PASSWORD");
  expect(config.service.extensions).toEqual(Object.keys(config.extensions));
});

test("a store outside the cluster is reached at its port, one inside in its namespace", () => {
  expect(configured({ elasticsearch: { endpoint } }).sink.opening).toEqual({ cidrs: ["0.0.0.0/0"], ports: [9200] });
  const inside = { endpoint: "http://search.store.svc:9200" };
  expect(configured({ opensearch: inside }).sink.opening).toEqual({ namespace: "store", ports: [9200] });
});

test("Elasticsearch: the data stream has the lifecycle that deletes after the retention", () => {
  const store = configured({ elasticsearch: { endpoint, index: "lines" }, retention: "30d" });
  const objects = objectsOf(store);
  expect(Object.keys(objects)).toEqual(["_ilm.policy.lines.json", "_index_template.lines.json"]);
  const policy = objects["_ilm.policy.lines.json"]!.policy;
  expect(policy.phases.delete).toEqual({ min_age: "30d", actions: { delete: {} } });
  const template = objects["_index_template.lines.json"]!;
  expect(template.index_patterns).toEqual(["lines"]);
  expect(template.template.settings["index.lifecycle.name"]).toBe("lines");
  // Names that programs choose must not become columns.
  expect(template.template.mappings).toMatchObject({
    dynamic: false,
    properties: { attributes: { type: "flattened" } },
  });
});

test("OpenSearch: the same in its own words", () => {
  const store = configured({ opensearch: { endpoint, index: "lines" }, retention: "30d" });
  const objects = objectsOf(store);
  expect(Object.keys(objects)).toEqual(["_plugins._ism.policies.lines.json", "_index_template.lines.json"]);
  const policy = objects["_plugins._ism.policies.lines.json"]!.policy;
  expect(policy.states[0]!.transitions).toEqual([{ state_name: "delete", conditions: { min_rollover_age: "30d" } }]);
  expect(policy.ism_template[0]!.index_patterns).toEqual(["lines"]);
});
