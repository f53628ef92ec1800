import type { core } from "@pulumi/kubernetes/types/input.js";
import { recommendedLabels } from "../../../workload/labels.ts";
import { AGENT } from "../agent/sources.ts";
import type { Sink } from "../agent/sink.ts";
import type { LogsArgs } from "../args.ts";
import { elasticsearchSink } from "./elasticsearch.ts";
import { openSearchSink } from "./opensearch.ts";
import { elasticsearchObjects, openSearchObjects, type StoreObjects } from "./templates.ts";

/** A store that is not of this stack. */
export interface OtherStore {
  sink: Sink;
  /**
   * What whoever keeps the store puts into it, as files for `curl -X PUT`. The agents have no right to do it, and need
   * none.
   */
  objects: core.v1.ConfigMap & { metadata: { name: string } };
}

/** The store that takes the lines instead of Loki, where there is one. */
export function otherStore(args: LogsArgs): OtherStore | undefined {
  const { elasticsearch, opensearch, retention = "7d" } = args;
  if (elasticsearch) {
    return {
      sink: elasticsearchSink(elasticsearch),
      objects: objectsMap(args.namespace, elasticsearchObjects(elasticsearch, retention)),
    };
  }
  if (opensearch) {
    return {
      sink: openSearchSink(opensearch),
      objects: objectsMap(args.namespace, openSearchObjects(opensearch, retention)),
    };
  }
  return undefined;
}

/** The path of an object as the name of its file, which has no slashes: `_ilm.policy.slipway-logs.json`. */
function objectsMap(namespace: string, objects: StoreObjects) {
  const data = Object.entries(objects).map(([path, body]) => [
    `${path.replaceAll("/", ".")}.json`,
    JSON.stringify(body, undefined, 2),
  ]);
  const name = `${AGENT}-store`;
  return {
    metadata: { name, namespace, labels: recommendedLabels(name, "platform") },
    data: Object.fromEntries(data) as Record<string, string>,
  };
}
