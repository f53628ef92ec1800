import { execa } from "execa";
import { until } from "../traces/program.ts";

/** A program for as long as a test needs it; it does not outlive the test. */
export class Process {
  readonly #running: Running;

  private constructor(running: Running) {
    this.#running = running;
  }

  /**
   * Starts a program with these variables and no others, and waits until an address of it answers.
   * @throws Error with what it said, when it does not
   */
  static async start(command: string, args: readonly string[], env: Env, address: string): Promise<Process> {
    const running = run(command, args, env);
    let ended = false;
    void running.finally(() => (ended = true));
    try {
      const answers = async () => (await fetch(address).catch(() => undefined))?.ok;
      await until(address, async () => ended || (await answers()), 60);
      if (ended) throw new Error(`${command} has ended`);
    } catch (error) {
      running.kill();
      throw new Error(`${String(error)}\n${(await running).all}`, { cause: error });
    }
    return new Process(running);
  }

  /** Ends it in order, or by force where that takes more than a minute. */
  async stop(): Promise<void> {
    this.#running.kill();
    await this.#running;
  }
}

type Env = Record<string, string>;
type Running = ReturnType<typeof run>;

function run(command: string, args: readonly string[], env: Env) {
  const options = { env, extendEnv: false, stdin: "ignore", all: true, reject: false } as const;
  return execa(command, args, { ...options, forceKillAfterDelay: 60_000 });
}
