import { expect, test } from "vitest";
import { parse } from "yaml";
import { agentFile } from "../../../../../../components/observability/logs/agent/config.ts";
import {
  LONGEST_NAME,
  LONGEST_VALUE,
  MOST_FIELDS,
} from "../../../../../../components/observability/logs/agent/fields.ts";
import { LONGEST } from "../../../../../../components/observability/logs/agent/multiline.ts";
import type { Settings } from "../../../../../../components/observability/logs/agent/settings.ts";
import { agent, shop } from "../arguments.ts";

interface Queue {
  storage: string;
  sizer: string;
  queue_size: number;
  block_on_overflow: boolean;
  batch: { max_size: number };
}

const queueOf = (exporter: Settings | undefined) => exporter?.sending_queue as Queue;

test("what is set up is used, and what is used is set up", () => {
  const { receivers, processors, exporters, extensions, service } = agent();
  const pipelines = Object.values(service.pipelines);
  const used = (end: "receivers" | "processors" | "exporters") =>
    [...new Set(pipelines.flatMap((pipeline) => pipeline[end]))].sort();
  expect(used("receivers")).toEqual(Object.keys(receivers).sort());
  expect(used("processors")).toEqual(Object.keys(processors).sort());
  expect(used("exporters")).toEqual(Object.keys(exporters).sort());
  expect(service.extensions).toEqual(Object.keys(extensions));
});

test("no two sources share a reader or a queue", () => {
  const { service } = agent();
  const pipelines = Object.values(service.pipelines);
  expect(pipelines).toHaveLength(shop.length + 1);
  for (const end of ["receivers", "exporters"] as const) {
    const parts = pipelines.flatMap((pipeline) => pipeline[end]);
    expect(new Set(parts).size).toBe(pipelines.length);
  }
});

test("lines are kept on the disk before they are out of the reader's hands, and none is given up", () => {
  const { receivers, processors, exporters } = agent();
  for (const receiver of Object.values(receivers)) {
    expect(receiver).toMatchObject({
      storage: "file_storage",
      start_at: "beginning",
      retry_on_failure: { enabled: true, max_elapsed_time: "0s" },
    });
  }
  for (const exporter of Object.values(exporters)) {
    expect(queueOf(exporter)).toMatchObject({ storage: "file_storage", sizer: "bytes", block_on_overflow: true });
    expect(exporter.retry_on_failure).toMatchObject({ enabled: true, max_elapsed_time: "0s" });
  }
  // It would hold lines in memory that their file counts as sent.
  expect(Object.keys(processors).filter((name) => name.startsWith("batch"))).toEqual([]);
});

test("secrets are masked behind the fields that bring them forth, and before anything is kept", () => {
  for (const { processors } of Object.values(agent().service.pipelines)) {
    expect(processors[0]).toBe("memory_limiter");
    expect(processors.slice(-3)).toEqual(["transform/fields", "redaction", "transform/text"]);
  }
});

test("only what is not a service asks the API server whose it is", () => {
  const { "logs/other": other, ...services } = agent().service.pipelines;
  expect(other?.processors).toContain("k8s_attributes");
  for (const { processors } of Object.values(services)) expect(processors).not.toContain("k8s_attributes");
});

test("the largest line fits into a request, and the most that a reader hands over into a queue", () => {
  const line = LONGEST + MOST_FIELDS * (LONGEST_VALUE + LONGEST_NAME);
  for (const exporter of Object.values(agent().exporters)) {
    const { queue_size, batch } = queueOf(exporter);
    expect(batch.max_size).toBeGreaterThan(line);
    expect(queue_size).toBeGreaterThan(100 * line);
  }
});

test("the file says the same: a dollar that is no variable is doubled, and comes back", () => {
  const config = agent(shop, ["^cost: \\$\\d+$", "${env:NOT_A_PATTERN}"]);
  const asCollector = (value: unknown): unknown => {
    if (typeof value === "string") return value.replaceAll("$$", "$");
    if (Array.isArray(value)) return value.map(asCollector);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asCollector(inner)]));
  };
  expect(asCollector(parse(agentFile(config)))).toEqual(JSON.parse(JSON.stringify(config)));
});

test("a service more costs few lines of configuration", () => {
  const lines = (count: number) => {
    const services = Array.from({ length: count }, (_, index) => ({ name: `s${index}`, namespace: "shop" }));
    return agentFile(agent(services)).split("\n").length;
  };
  expect(lines(11) - lines(10)).toBeLessThan(60);
});
