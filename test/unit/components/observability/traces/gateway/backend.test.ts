import { expect, test } from "vitest";
import {
  backendExporter,
  backendExporterName,
  headerReferences,
} from "../../../../../../components/observability/traces/gateway/backend.ts";
import { gateway } from "../arguments.ts";

test("Jaeger is the backend unless another is given", () => {
  const { backend, opening } = gateway({ namespace: "watch" });
  expect(backendExporter(backend)).toMatchObject({ endpoint: "http://jaeger.watch.svc:4317", tls: { insecure: true } });
  expect(opening).toEqual({ pods: { name: "jaeger", namespace: "watch" }, ports: [4317] });
});

test("without https there is no TLS, and with it there is", () => {
  expect(backendExporter({ otlpEndpoint: "https://tempo.example.com:4317" })).not.toHaveProperty("tls");
});

test("gRPC unless HTTP is asked for", () => {
  const otlpEndpoint = "https://tempo.example.com";
  expect(backendExporterName({ otlpEndpoint })).toMatch(/^otlp_grpc\//);
  expect(backendExporterName({ otlpEndpoint, protocol: "http" })).toMatch(/^otlp_http\//);
});

test("a header's value is in a file that the exporter reads, never in the configuration", () => {
  const headers = [{ name: "X-Scope-OrgID", secret: "tempo", key: "tenant" }];
  const backend = { otlpEndpoint: "https://tempo.example.com", headers };
  const [reference] = headerReferences(backend);
  expect(reference).toEqual({ name: "HEADER_X_SCOPE_ORGID", as: "file", secret: "tempo", key: "tenant" });
  expect(backendExporter(backend).headers).toEqual({
    "X-Scope-OrgID": `\${file:/run/secrets/otel-gateway/${reference!.name}}`,
  });
});

test("the queue is bounded in spans, and a batch fits into it", () => {
  const { sending_queue: queue } = backendExporter({ otlpEndpoint: "http://a" }) as {
    sending_queue: { sizer: string; queue_size: number; batch: { max_size: number } };
  };
  expect(queue.sizer).toBe("items");
  expect(queue.batch.max_size).toBeLessThan(queue.queue_size);
});
