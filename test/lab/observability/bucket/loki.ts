import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LogsArgs } from "../../../../components/observability/logs/args.ts";
import { lokiFile } from "../../../../components/observability/logs/loki/config.ts";
import { lokiProgram } from "../../../../components/observability/logs/loki/program.ts";
import { FOLDER, lokiSpec } from "../../../../components/observability/logs/loki/spec.ts";
import { bucketKeys } from "../../../../components/observability/logs/loki/storage.ts";
import { freePorts, until } from "../traces/program.ts";
import { Process } from "./process.ts";
import type { Keys } from "./signature.ts";

/** A line as a service wrote it in a pod. */
export interface Line {
  service: string;
  pod: string;
  level: string;
  text: string;
}

/** Loki on the loopback as a stack has it; all that differs are its folder and its ports. */
export class TestLoki {
  readonly #url: string;
  readonly #folder: string;
  readonly #process: Process;

  private constructor(url: string, folder: string, process: Process) {
    this.#url = url;
    this.#folder = folder;
    this.#process = process;
  }

  /**
   * @param binary path of `loki`
   * @param keys what is in the Secret that `args` name
   */
  static async start(binary: string, args: LogsArgs, keys: Keys): Promise<TestLoki> {
    const spec = lokiSpec(args);
    const folder = mkdtempSync(join(tmpdir(), "loki-"));
    const file = join(folder, "loki.yaml");
    writeFileSync(file, lokiFile(spec).replaceAll(FOLDER, join(folder, "data")));
    const own = (lokiProgram(args).args as string[]).map((arg) => arg.replace("/etc/loki/loki.yaml", file));
    const [http, grpc] = await freePorts(2);
    const places = Object.entries({ http, grpc }).flatMap(([name, port]) => [
      `-server.${name}-listen-address=127.0.0.1`,
      `-server.${name}-listen-port=${port}`,
    ]);
    const secrets = bucketKeys(spec).map(({ name, key }) => [name, keys[key as keyof Keys]] as const);
    const url = `http://127.0.0.1:${http}`;
    // Nothing else is there by which a client of S3 would find keys.
    const env = { ...Object.fromEntries(secrets), HOME: folder, TMPDIR: folder };
    // It takes lines long before it says that it is ready.
    const address = `${url}/loki/api/v1/status/buildinfo`;
    const process = await Process.start(binary, [...own, ...places], env, address).catch((error: unknown) => {
      rmSync(folder, { recursive: true });
      throw error;
    });
    return new TestLoki(url, folder, process);
  }

  /** Sends lines as the agent does. */
  async push(lines: readonly Line[]): Promise<void> {
    const body = JSON.stringify({ resourceLogs: lines.map(resourceLog) });
    const headers = { "Content-Type": "application/json" };
    const send = () => fetch(`${this.#url}/otlp/v1/logs`, { method: "POST", headers, body });
    await until("Loki takes lines", async () => (await send()).ok);
  }

  /** Has it write all that it has in memory. */
  async flush(): Promise<void> {
    await fetch(`${this.#url}/flush`, { method: "POST" });
  }

  /** Every line of a namespace in any order, as it was sent. */
  async lines(namespace: string): Promise<Line[]> {
    const asked = { query: `{k8s_namespace_name="${namespace}"}`, limit: "5000" };
    const url = `${this.#url}/loki/api/v1/query_range?${new URLSearchParams(asked).toString()}`;
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const { data } = (await answer.json()) as { data: { result: Stream[] } };
    return data.result.flatMap(({ stream, values }) => values.map(([, text]) => lineOf(stream, text)));
  }

  /** Ends it in order and deletes all that it has here. */
  async stop(): Promise<void> {
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true });
  }
}

interface Stream {
  stream: Record<string, string>;
  values: [string, string][];
}

function lineOf(of: Record<string, string>, text: string): Line {
  return { service: of.service_name!, pod: of.k8s_pod_name!, level: of.severity_text!, text };
}

/** @see https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/logs/v1/logs.proto */
function resourceLog({ service, pod, level, text }: Line) {
  const names = {
    "service.name": service,
    "k8s.namespace.name": "shop",
    "k8s.container.name": service,
    "k8s.pod.name": pod,
  };
  const attributes = Object.entries(names).map(([key, stringValue]) => ({ key, value: { stringValue } }));
  const record = { timeUnixNano: `${Date.now()}000000`, severityText: level, body: { stringValue: text } };
  return { resource: { attributes }, scopeLogs: [{ logRecords: [record] }] };
}
