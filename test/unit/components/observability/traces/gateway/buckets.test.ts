import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { milliseconds } from "../../../../../../components/observability/duration.ts";
import { BUCKETS } from "../../../../../../components/observability/traces/gateway/span-metrics.ts";

test("the buckets are those of the services' own histogram", () => {
  const source = readFileSync("services/orders/internal/metrics/registry.go", "utf8");
  const [, list = ""] = /http_request_duration_seconds[^}]*?Buckets:\s*\[\]float64\{([^}]*)\}/s.exec(source) ?? [];
  const seconds = list.split(",").map(Number);
  expect(seconds.length).toBeGreaterThan(5);
  expect(BUCKETS.map((bucket) => milliseconds(bucket) / 1000)).toEqual(seconds);
});
