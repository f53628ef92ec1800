import { storageOf } from "../../../../components/observability/traces/jaeger/storage.ts";
import { freePorts, RunningProgram } from "./program.ts";

/** A trace as Jaeger's query API returns it. */
export interface FoundTrace {
  traceID: string;
  spans: { operationName: string; tags: { key: string; value: unknown }[] }[];
}

/** Jaeger on the loopback, with the storage of a default stack. */
export class TestJaeger {
  readonly otlp: string;
  readonly #query: string;
  readonly #program: RunningProgram;

  private constructor(otlp: string, query: string, program: RunningProgram) {
    this.otlp = otlp;
    this.#query = query;
    this.#program = program;
  }

  /** @param binary path of `jaeger-all-in-one` */
  static async start(binary: string): Promise<TestJaeger> {
    const [otlp, query, admin] = (await freePorts(3)).map((port) => `127.0.0.1:${port}`);
    const { args } = storageOf({ namespace: "monitoring", images: { collector: "" } });
    const ports = [
      `--collector.otlp.grpc.host-port=${otlp}`,
      `--query.http-server.host-port=${query}`,
      `--admin.http.host-port=${admin}`,
      // What nobody asks for takes whatever is free.
      ...UNUSED.map((flag) => `--${flag}=127.0.0.1:0`),
    ];
    const program = await RunningProgram.start(binary, [...args, ...ports], `http://${admin}/`);
    return new TestJaeger(`http://${otlp}`, `http://${query}`, program);
  }

  async traces(service: string): Promise<FoundTrace[]> {
    const answer = await fetch(`${this.#query}/api/traces?service=${service}&limit=10000&lookback=1h`);
    const { data } = (await answer.json()) as { data: FoundTrace[] | null };
    return data ?? [];
  }

  /** Told to end, it would take ten seconds. */
  stop(): Promise<void> {
    return this.#program.stop("SIGKILL");
  }
}

const UNUSED = [
  "collector.otlp.http.host-port",
  "collector.grpc-server.host-port",
  "collector.http-server.host-port",
  "query.grpc-server.host-port",
  "http-server.host-port",
  "processor.jaeger-binary.server-host-port",
  "processor.jaeger-compact.server-host-port",
  "processor.zipkin-compact.server-host-port",
];
