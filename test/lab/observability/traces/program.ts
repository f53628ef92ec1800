import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Ports of the loopback that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/** A program on the loopback, for as long as a test needs it. */
export class RunningProgram {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = "";

  private constructor(command: string, args: readonly string[]) {
    this.#process = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#ended = once(this.#process, "exit");
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on("data", (text: Buffer) => (this.#said = (this.#said + text.toString()).slice(-8000)));
    }
  }

  /** Starts a program and waits until its address answers 200. */
  static async start(command: string, args: readonly string[], health: string): Promise<RunningProgram> {
    const program = new RunningProgram(command, args);
    await until(`${command} is healthy`, async () => {
      if (program.#process.exitCode !== null) throw new Error(`${command} ended:\n${program.#said}`);
      const answer = await fetch(health).catch(() => undefined);
      return answer?.ok;
    });
    return program;
  }

  /** Ends it, by default with time to do so in order, and waits until it has ended. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#process.kill(signal);
    await this.#ended;
  }
}

/** Asks again and again until the answer is there. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, seconds = 20): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s`);
    await sleep(200);
  }
}
