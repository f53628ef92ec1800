import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A line as an agent sent it. */
export interface Taken {
  /** Nanoseconds. */
  time: string;
  observed?: string;
  body: string;
  severity?: string;
  severityNumber?: number;
  traceId?: string;
  spanId?: string;
  fields: Record<string, unknown>;
  resource: Record<string, unknown>;
  /** When it came. */
  at: number;
}

/** What takes lines by OTLP, as JSON, in Loki's place; and refuses those of a container when it is told to. */
export class TestTaker {
  readonly taken: Taken[] = [];
  /** Everything that was sent, as it was sent. */
  readonly requests: string[] = [];
  /** Containers whose lines it has no room for. */
  readonly refused = new Set<unknown>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void text(request).then((body) => {
        const lines = linesOf(JSON.parse(body) as Request);
        const busy = lines.some(({ resource }) => this.refused.has(resource["k8s.container.name"]));
        if (!busy) {
          this.taken.push(...lines);
          this.requests.push(body);
        }
        response.writeHead(busy ? 429 : 200, { "Content-Type": "application/json" }).end("{}");
      });
    });
  }

  static async start(): Promise<TestTaker> {
    const taker = new TestTaker();
    await once(taker.#server.listen(0, "127.0.0.1"), "listening");
    return taker;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The lines of a container. */
  of(container: string): Taken[] {
    return this.taken.filter(({ resource }) => resource["k8s.container.name"] === container);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await once(this.#server.close(), "close");
  }
}

interface Attribute {
  key: string;
  value: Value;
}

interface Value {
  stringValue?: string;
  intValue?: string;
  doubleValue?: number;
  boolValue?: boolean;
  arrayValue?: { values?: Value[] };
  kvlistValue?: { values?: Attribute[] };
}

/** @see https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/logs/v1/logs.proto */
interface Request {
  resourceLogs: {
    resource?: { attributes?: Attribute[] };
    scopeLogs: {
      logRecords: {
        timeUnixNano: string;
        observedTimeUnixNano?: string;
        severityNumber?: number;
        severityText?: string;
        body?: Value;
        attributes?: Attribute[];
        traceId?: string;
        spanId?: string;
      }[];
    }[];
  }[];
}

function linesOf({ resourceLogs }: Request): Taken[] {
  return resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) =>
      logRecords.map((record) => ({
        time: record.timeUnixNano,
        observed: record.observedTimeUnixNano,
        body: String(valueOf(record.body ?? {})),
        severity: record.severityText,
        severityNumber: record.severityNumber,
        traceId: record.traceId,
        spanId: record.spanId,
        fields: mapOf(record.attributes),
        resource: mapOf(resource?.attributes),
        at: Date.now(),
      })),
    ),
  );
}

function mapOf(attributes: Attribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));
}

function valueOf(value: Value): unknown {
  if (value.intValue !== undefined) return Number(value.intValue);
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(valueOf);
  if (value.kvlistValue) return mapOf(value.kvlistValue.values);
  return value.stringValue ?? value.doubleValue ?? value.boolValue ?? "";
}
