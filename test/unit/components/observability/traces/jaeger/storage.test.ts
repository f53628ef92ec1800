import { expect, test } from "vitest";
import { jaegerProgram } from "../../../../../../components/observability/traces/jaeger/program.ts";
import type { TracesArgs } from "../../../../../../components/observability/traces/args.ts";
import { bytes } from "../../../../../../components/quantity.ts";
import { base } from "../arguments.ts";

const jaeger = (more: Partial<TracesArgs>) => jaegerProgram({ ...base, ...more }, "r.dev/jaeger:1");

test("memory: as many traces as are asked for, and nothing to write to", () => {
  expect(jaeger({ memory: { maxTraces: 7 } })).toMatchObject({
    kind: "Deployment",
    env: { SPAN_STORAGE_TYPE: "memory" },
    args: expect.arrayContaining(["--memory.max-traces=7"]),
    volumes: undefined,
  });
});

test("the memory limit follows the traces that are to be kept in it", () => {
  const limit = (maxTraces: number) => bytes(jaeger({ memory: { maxTraces } }).resources.memory.limit);
  const spans = (maxTraces: number) => maxTraces * 5 * 4.5 * 1024;
  for (const traces of [1, 1000, 10_000, 50_000]) expect(limit(traces)).toBeGreaterThan(spans(traces) + 50 * 2 ** 20);
  expect(limit(1)).toBeLessThan(100 * 2 ** 20);
});

test("badger: files on a claim make it a StatefulSet, others go with the pod; days are hours to Go", () => {
  const claimed = jaeger({ storage: "badger", badger: { ttl: "7d", claim: { size: "20Gi" } } });
  expect(claimed.kind).toBe("StatefulSet");
  expect(claimed.args).toContain("--badger.span-store-ttl=168h");
  expect(claimed.volumes).toMatchObject([{ mountPath: "/badger", claim: { size: "20Gi" } }]);
  expect(jaeger({ storage: "badger" })).toMatchObject({
    kind: "Deployment",
    volumes: [{ emptyDir: { sizeLimit: "2Gi" } }],
  });
});

test("badger keeps both of its folders on the volume", () => {
  const { args = [], volumes = [] } = jaeger({ storage: "badger" });
  const folders = args.map(String).filter((arg) => arg.includes(".directory-"));
  expect(folders).toHaveLength(2);
  for (const folder of folders) expect(folder.split("=")[1]).toMatch(new RegExp(`^${volumes[0]!.mountPath}/`));
});

test("elasticsearch: the password is a file, and no credential is in the arguments", () => {
  const url = "https://search.example.com:9243";
  const program = jaeger({
    storage: "elasticsearch",
    elasticsearch: { url, indexPrefix: "shop", credentials: { secret: "search" }, authority: { secret: "search" } },
  });
  expect(program.args).toEqual(expect.arrayContaining([`--es.server-urls=${url}`, "--es.index-prefix=shop"]));
  // Jaeger takes ES_USERNAME for --es.username and ES_PASSWORD_FILE for --es.password-file.
  expect(program.secretReferences).toMatchObject([
    { name: "ES_USERNAME", as: "env", key: "username" },
    { name: "ES_PASSWORD", as: "file", key: "password" },
    { name: "ES_AUTHORITY", as: "file", key: "ca.crt" },
  ]);
  expect(program.network?.to).toEqual([{ cidrs: ["0.0.0.0/0"], ports: [9243] }]);
});

test("only the gateways may send it spans, and only the monitoring may ask and scrape", () => {
  expect(jaeger({ scrapedFrom: "prometheus" }).network?.from).toEqual([
    { pods: { name: "otel-gateway", namespace: "monitoring" }, ports: [4317] },
    { namespace: "prometheus", ports: [14269] },
    { namespace: "monitoring", ports: [16686] },
  ]);
});
