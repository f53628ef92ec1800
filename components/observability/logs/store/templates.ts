import type { StoreArgs } from "./args.ts";
import { indexOf } from "./index-name.ts";

/** What the store must know before the first line comes, by the path that it is put to. */
export type StoreObjects = Record<string, object>;

/** When a data stream begins a new index: few large ones, and none that outlives its lines by more than a day. */
const ROLLOVER = { age: "1d", size: "50gb" };

const keyword = { type: "keyword", ignore_above: 1024 };

/** Fields that every line has, whatever else it has; names that programs choose must not each become a column. */
const common = {
  severity_text: keyword,
  trace_id: keyword,
  span_id: keyword,
};

/**
 * Index template and lifecycle policy of Elasticsearch.
 *
 * @param retention how long lines are kept, such as `30d`
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/current/index-templates.html
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/current/ilm-index-lifecycle.html
 */
export function elasticsearchObjects(args: StoreArgs, retention: string): StoreObjects {
  const index = indexOf(args);
  const rollover = { max_age: ROLLOVER.age, max_primary_shard_size: ROLLOVER.size };
  return {
    [`_ilm/policy/${index}`]: {
      policy: {
        phases: {
          hot: { actions: { rollover } },
          // Counted from the rollover.
          delete: { min_age: retention, actions: { delete: {} } },
        },
      },
    },
    [`_index_template/${index}`]: {
      index_patterns: [index],
      data_stream: {},
      // Above Elastic's own for `logs-*`.
      priority: 300,
      template: {
        settings: { "index.lifecycle.name": index, "index.codec": "best_compression" },
        mappings: {
          dynamic: false,
          properties: {
            "@timestamp": { type: "date_nanos" },
            ...common,
            severity_number: { type: "byte" },
            body: { properties: { text: { type: "match_only_text" } } },
            attributes: { type: "flattened", ignore_above: 8191 },
            resource: { properties: { attributes: { type: "flattened", ignore_above: 8191 } } },
          },
        },
      },
    },
  };
}

/**
 * The same for OpenSearch.
 * @see https://docs.opensearch.org/latest/im-plugin/data-streams/
 * @see https://docs.opensearch.org/latest/im-plugin/ism/policies/
 */
export function openSearchObjects(args: StoreArgs, retention: string): StoreObjects {
  const index = indexOf(args);
  const rollover = { min_index_age: ROLLOVER.age, min_primary_shard_size: ROLLOVER.size };
  const expired = { state_name: "delete", conditions: { min_rollover_age: retention } };
  return {
    [`_plugins/_ism/policies/${index}`]: {
      policy: {
        description: `Lines of ${index} are kept for ${retention}.`,
        default_state: "hot",
        states: [
          { name: "hot", actions: [{ rollover }], transitions: [expired] },
          { name: "delete", actions: [{ delete: {} }], transitions: [] },
        ],
        ism_template: [{ index_patterns: [index], priority: 300 }],
      },
    },
    [`_index_template/${index}`]: {
      index_patterns: [index],
      data_stream: { timestamp_field: { name: "@timestamp" } },
      priority: 300,
      template: {
        settings: { "index.codec": "best_compression" },
        mappings: {
          dynamic: false,
          properties: {
            "@timestamp": { type: "date" },
            body: { type: "text" },
            severity: { properties: { text: keyword, number: { type: "byte" } } },
            traceId: keyword,
            spanId: keyword,
            attributes: { type: "flat_object" },
            resource: { type: "flat_object" },
          },
        },
      },
    },
  };
}
