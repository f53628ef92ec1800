import { expect, test } from "vitest";
import type { TracesArgs } from "../../../../../components/observability/traces/args.ts";
import { tracesProblems } from "../../../../../components/observability/traces/problems.ts";
import { base } from "./arguments.ts";

const problems = (more: Partial<TracesArgs>) => tracesProblems({ ...base, ...more });
const backend = { otlpEndpoint: "https://tempo.example.com:4317" };
const { collector } = base.images;

test.each<[string, Partial<TracesArgs>]>([
  ["the least that is needed", {}],
  ["no Jaeger where a backend takes the traces", { backend, images: { collector } }],
  ["badger with its arguments", { storage: "badger", badger: { ttl: "7d" } }],
  [
    "elasticsearch with its arguments",
    { storage: "elasticsearch", elasticsearch: { url: "http://es.search.svc:9200" } },
  ],
  ["every trace, and none but what is always kept", { sampling: { ratio: 100 } }],
  ["no ordinary trace at all", { sampling: { ratio: 0 } }],
])("accepts %s", (_, more) => {
  expect(problems(more)).toEqual([]);
});

test.each<[string, Partial<TracesArgs>, RegExp]>([
  ["half a gateway", { replicas: 1.5 }, /^replicas: 1.5/],
  ["no gateway", { replicas: 0 }, /^replicas: 0/],
  ["a ratio that is no percentage", { sampling: { ratio: 101 } }, /^sampling.ratio: 101/],
  ["a Jaeger without an image", { images: { collector } }, /^images.jaeger: is needed/],
  ["a backend and a storage", { backend, storage: "badger" }, /^storage: is Jaeger's/],
  ["an address that is none", { backend: { otlpEndpoint: "tempo:4317" } }, /^backend.otlpEndpoint: "tempo:4317"/],
  ["arguments of another storage", { storage: "memory", badger: {} }, /^badger: belongs to the storage badger/],
  ["elasticsearch without its address", { storage: "elasticsearch" }, /^elasticsearch: is needed/],
  [
    "a password in an address",
    { storage: "elasticsearch", elasticsearch: { url: "https://u:p@es" } },
    /keep them in a Secret/,
  ],
])("refuses %s", (_, more, says) => {
  const found = problems(more);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(says);
  expect(found[0]).not.toContain("u:p");
});
