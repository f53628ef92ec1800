import { createHash } from "node:crypto";

/** A span of a test, in the few respects that matter to the gateway. */
export interface TestSpan {
  trace: string;
  name: string;
  /** Name of the span that it is a child of, in the same trace. */
  parent?: string;
  milliseconds: number;
  failed?: boolean;
  attributes?: Record<string, string>;
  /** Attributes of an event in it. */
  event?: Record<string, string>;
}

/** The same ids in each run, so that the same traces are drawn. */
export function traceId(name: string): string {
  return digest(name, 32);
}

/** Sends spans as a service does, by OTLP/HTTP. */
export async function send(endpoint: string, service: string, spans: readonly TestSpan[]): Promise<void> {
  const resource = { attributes: encodedAttributes({ "service.name": service, "service.instance.id": "1" }) };
  const body = { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "test" }, spans: spans.map(encoded) }] }] };
  const answer = await fetch(`${endpoint}/v1/traces`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${endpoint} answers ${answer.status}: ${await answer.text()}`);
}

/** @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
function encoded({ trace, name, parent, milliseconds, failed, attributes = {}, event }: TestSpan): object {
  const start = BigInt(Date.now() - milliseconds) * 1_000_000n;
  return {
    traceId: traceId(trace),
    spanId: digest(`${trace} ${name}`, 16),
    ...(parent !== undefined && { parentSpanId: digest(`${trace} ${parent}`, 16) }),
    name,
    kind: 2,
    startTimeUnixNano: `${start}`,
    endTimeUnixNano: `${start + BigInt(milliseconds) * 1_000_000n}`,
    attributes: encodedAttributes(attributes),
    ...(event && { events: [{ name: "exception", timeUnixNano: `${start}`, attributes: encodedAttributes(event) }] }),
    status: { code: failed ? 2 : 0 },
  };
}

function encodedAttributes(attributes: Record<string, string>): object[] {
  return Object.entries(attributes).map(([key, value]) => attribute(key, value));
}

function attribute(key: string, stringValue: string): object {
  return { key, value: { stringValue } };
}

function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
