import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { LogsArgs } from "../../../../components/observability/logs/args.ts";
import { lokiConfig } from "../../../../components/observability/logs/loki/config.ts";
import { FOLDER, lokiSpec, type LokiSpec } from "../../../../components/observability/logs/loki/spec.ts";
import type { Keys } from "../bucket/signature.ts";
import { freePorts, until } from "../traces/program.ts";

interface Ports {
  http: number;
  grpc: number;
  gossip: number;
}

/** The Lokis of a stack, each at an address of its own on the loopback, as pods have one. */
export class TestLokis {
  readonly #binary: string;
  readonly #spec: LokiSpec;
  readonly #ports: Ports;
  readonly #keys?: Keys;
  readonly #folder = mkdtempSync(join(tmpdir(), "loki-"));
  readonly #processes: (ChildProcess | undefined)[];

  private constructor(binary: string, spec: LokiSpec, ports: Ports, keys?: Keys) {
    this.#binary = binary;
    this.#spec = spec;
    this.#ports = ports;
    this.#keys = keys;
    this.#processes = Array.from({ length: spec.replicas }, () => undefined);
  }

  /**
   * @param binary path of `loki`
   * @param keys those of the bucket, where there is one
   */
  static async start(binary: string, more: Partial<LogsArgs> = {}, keys?: Keys): Promise<TestLokis> {
    const [http = 0, grpc = 0, gossip = 0] = await freePorts(3);
    const names = { namespace: "monitoring", nodeNamespace: "monitoring-node", images: { collector: "", loki: "" } };
    const lokis = new TestLokis(binary, lokiSpec({ ...names, ...more }), { http, grpc, gossip }, keys);
    await Promise.all(lokis.#processes.map((_, index) => lokis.run(index)));
    return lokis;
  }

  url(index: number): string {
    return `http://${addressOf(index)}:${this.#ports.http}`;
  }

  /** Starts one of them, with what it has on its disk. */
  async run(index: number): Promise<void> {
    const file = join(this.#folder, `${index}.yaml`);
    writeFileSync(file, this.#config(index));
    const { accessKeyId = "", secretAccessKey = "" } = this.#keys ?? {};
    const env = {
      POD_IP: addressOf(index),
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    };
    const args = [`-config.file=${file}`, "-config.expand-env=true", "-target=all"];
    const started = spawn(this.#binary, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    started.stderr.on("data", (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
    this.#processes[index] = started;
    const ready = async () => {
      if (started.exitCode !== null) throw new Error(said);
      return (await fetch(`${this.url(index)}/ready`).catch(() => undefined))?.ok;
    };
    await until(`Loki ${index} is ready`, ready, 120);
  }

  async end(index: number, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const running = this.#processes[index];
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#processes.map((_, index) => this.end(index, "SIGKILL")));
    rmSync(this.#folder, { recursive: true });
  }

  #config(index: number): string {
    const { http, grpc, gossip } = this.#ports;
    const { server, common, ingester, memberlist, ...config } = lokiConfig(this.#spec);
    const address = addressOf(index);
    const name = `loki-${index}`;
    const loopback = {
      ...config,
      server: {
        ...server,
        ...{ http_listen_address: address, http_listen_port: http },
        ...{ grpc_listen_address: address, grpc_listen_port: grpc },
      },
      // Pods are told apart by their host's name, which is the same for all of them here.
      common: { ...common, ring: { ...common.ring, instance_id: name }, instance_addr: address },
      ingester: { ...ingester, lifecycler: { id: name } },
      ...(memberlist && {
        memberlist: {
          ...memberlist,
          ...{ bind_addr: [address], bind_port: gossip, advertise_addr: address, advertise_port: gossip },
          join_members: this.#processes.map((_, other) => `${addressOf(other)}:${gossip}`),
        },
      }),
    };
    return stringify(loopback, { lineWidth: 0 }).replaceAll(FOLDER, join(this.#folder, name));
  }
}

function addressOf(index: number): string {
  return `127.0.0.${index + 2}`;
}
