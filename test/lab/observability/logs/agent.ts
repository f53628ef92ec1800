import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { agentConfig, agentFile } from "../../../../components/observability/logs/agent/config.ts";
import { lokiSink } from "../../../../components/observability/logs/agent/loki.ts";
import { sources } from "../../../../components/observability/logs/agent/sources.ts";
import { agentPorts } from "../../../../components/observability/logs/ports.ts";
import { freePorts, until } from "../traces/program.ts";

/** What differs between tests. */
interface Options {
  redact?: string[];
  queueSize?: string;
}

/**
 * The agent of a stack by its own configuration, with folders of its own instead of the node's: all but what asks the API
 * server, which is not there.
 */
export class TestAgent {
  readonly #binary: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "log-agent-"));
  readonly #file = join(this.#folder, "agent.yaml");
  readonly #health: number;
  #process?: ChildProcess;
  #said = "";
  #clock = Date.now() * 1000;

  private constructor(binary: string, health: number) {
    this.#binary = binary;
    this.#health = health;
  }

  /**
   * @param binary path of `otelcol-contrib`
   * @param taker address of what takes the lines
   */
  static async create(
    binary: string,
    taker: string,
    { redact = [], queueSize = "128Mi" }: Options = {},
  ): Promise<TestAgent> {
    const [health = 0, metrics = 0] = await freePorts(2);
    const agent = new TestAgent(binary, health);
    const all = sources([{ name: "orders", namespace: "shop" }], "monitoring-node");
    const config = agentConfig({ sources: all, sink: lokiSink("monitoring"), redact, queueSize });
    delete config.processors.k8s_attributes;
    for (const pipeline of Object.values(config.service.pipelines)) {
      pipeline.processors = pipeline.processors.filter((name) => name !== "k8s_attributes");
    }
    for (const exporter of Object.values(config.exporters)) {
      Object.assign(exporter, { endpoint: taker, encoding: "json", compression: "none" });
    }
    const text = agentFile(config)
      .replaceAll("/var/log/pods", agent.#pods)
      .replaceAll("/var/lib/log-agent", join(agent.#folder, "state"))
      .replaceAll(`0.0.0.0:${agentPorts.health}`, `127.0.0.1:${health}`)
      .replace("host: 0.0.0.0", "host: 127.0.0.1")
      .replace(`port: ${agentPorts.ownMetrics}`, `port: ${metrics}`);
    mkdirSync(agent.#pods);
    writeFileSync(agent.#file, text);
    return agent;
  }

  get #pods(): string {
    return join(this.#folder, "pods");
  }

  async start(): Promise<void> {
    const args = [`--config=${this.#file}`, "--feature-gates=stanza.synchronousLogEmitter"];
    const env = { ...process.env, K8S_NODE_NAME: "here" };
    const started = spawn(this.#binary, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    started.stderr.on("data", (said: Buffer) => (this.#said += said.toString()));
    this.#process = started;
    await until("the agent is healthy", async () => {
      if (started.exitCode !== null) throw new Error(this.#said);
      const answer = await fetch(`http://127.0.0.1:${this.#health}/`).catch(() => undefined);
      return answer?.ok;
    });
  }

  /** As the kernel ends it, or as the kubelet asks it to end. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const ended = once(this.#process!, "exit");
    this.#process!.kill(signal);
    await ended;
  }

  /** What it said itself. */
  get said(): string {
    return this.#said;
  }

  /** Writes lines as the runtime does, the long ones in parts. */
  write(container: string, lines: readonly string[], { namespace = "shop", file = "0.log" } = {}): void {
    const path = this.path(container, namespace, file);
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, lines.flatMap((line) => this.#written(line)).join(""));
  }

  /** Renames the file of a container as the kubelet does when it is large. */
  rotate(container: string, namespace = "shop"): void {
    const path = this.path(container, namespace, "0.log");
    renameSync(path, `${path}.20260131-${String(this.#clock).slice(-6)}`);
  }

  path(container: string, namespace: string, file: string): string {
    return join(this.#pods, `${namespace}_${container}-7d4b9-x1_0123abcd-0000`, container, file);
  }

  /** The bytes of the queues on the disk. */
  queued(): string {
    const folder = join(this.#folder, "state", "state");
    const queues = readdirSync(folder).filter((name) => name.startsWith("exporter_"));
    return queues.map((name) => readFileSync(join(folder, name), "latin1")).join("");
  }

  async remove(): Promise<void> {
    if (this.#process?.exitCode === null && this.#process.signalCode === null) await this.end("SIGKILL");
    rmSync(this.#folder, { recursive: true });
  }

  /** @see https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md */
  #written(line: string): string[] {
    const parts = line.match(/[\s\S]{1,16384}/g) ?? [""];
    this.#clock += 1;
    const time = `${new Date(this.#clock / 1000).toISOString().slice(0, -1)}${String(this.#clock % 1000).padStart(3, "0")}000Z`;
    return parts.map((part, index) => `${time} stdout ${index < parts.length - 1 ? "P" : "F"} ${part}\n`);
  }
}
