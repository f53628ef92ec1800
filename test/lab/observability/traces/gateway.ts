import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { TracesArgs } from "../../../../components/observability/traces/args.ts";
import { gatewayConfig } from "../../../../components/observability/traces/gateway/config.ts";
import { gatewaySpec } from "../../../../components/observability/traces/gateway/spec.ts";
import { gatewayPorts } from "../../../../components/observability/traces/ports.ts";
import { freePorts, RunningProgram } from "./program.ts";

/** The gateways of a stack on the loopback: all but what asks the API server, which is not there. */
export class TestGateways {
  /** Where each of them takes OTLP/HTTP. */
  readonly endpoints: string[];
  /** Where each of them shows the metrics of the spans. */
  readonly spanMetrics: string[];
  readonly #programs: RunningProgram[];
  readonly #folder: string;

  private constructor(ports: Ports[], programs: RunningProgram[], folder: string) {
    this.endpoints = ports.map(({ otlpHttp }) => `http://127.0.0.1:${otlpHttp}`);
    this.spanMetrics = ports.map(({ spanMetrics }) => `http://127.0.0.1:${spanMetrics}/metrics`);
    this.#programs = programs;
    this.#folder = folder;
  }

  /** @param binary path of `otelcol-contrib` */
  static async start(binary: string, backend: string, more: Partial<TracesArgs>): Promise<TestGateways> {
    const args = { namespace: "monitoring", images: { collector: "" }, backend: { otlpEndpoint: backend }, ...more };
    const folder = mkdtempSync(join(tmpdir(), "gateway-"));
    const ports = await Promise.all(Array.from({ length: args.replicas ?? 1 }, somePorts));
    const programs = await Promise.all(
      ports.map((own, index) => {
        const file = join(folder, `${index}.yaml`);
        writeFileSync(file, onLoopback(args, own, ports));
        return RunningProgram.start(binary, [`--config=${file}`], `http://127.0.0.1:${own.health}/`);
      }),
    );
    return new TestGateways(ports, programs, folder);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.stop()));
    rmSync(this.#folder, { recursive: true });
  }
}

type Ports = Record<keyof typeof gatewayPorts, number>;

async function somePorts(): Promise<Ports> {
  const names = Object.keys(gatewayPorts) as (keyof Ports)[];
  const free = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, free[index]])) as Ports;
}

function onLoopback(args: TracesArgs, own: Ports, all: Ports[]): string {
  const config = gatewayConfig(gatewaySpec(args));
  delete config.processors.k8s_attributes;
  for (const pipeline of Object.values(config.service.pipelines)) {
    pipeline.processors = pipeline.processors.filter((name) => name !== "k8s_attributes");
  }
  if (config.exporters.load_balancing) {
    const hostnames = all.map(({ peers }) => `127.0.0.1:${peers}`);
    config.exporters.load_balancing.resolver = { static: { hostnames } };
  }
  const text = stringify(config, { lineWidth: 0 }).replace("host: 0.0.0.0", "host: 127.0.0.1");
  return Object.entries(gatewayPorts).reduce((moved, [name, port]) => {
    const to = own[name as keyof Ports];
    return moved.replaceAll(`0.0.0.0:${port}`, `127.0.0.1:${to}`).replaceAll(`port: ${port}`, `port: ${to}`);
  }, text);
}
