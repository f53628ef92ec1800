import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { ensureTools } from "../../../lab/tools/ensure.ts";

const vegeta = (await ensureTools(["vegeta"])).bin("vegeta");

/** What became of every request, as `vegeta report -type=json` counts it. */
export interface Report {
  requests: number;
  /** Requests a second that were sent, whatever the answers did. */
  rate: number;
  /** Status, `0` where there was no answer → how many. */
  status_codes: Record<string, number>;
  errors: string[];
  latencies: { mean: number; "99th": number; max: number };
}

/**
 * Requests at a constant rate until stopped, sent when their time has come and not when the last answer is there, so
 * that a slow answer does not hide those that would have followed.
 */
export class Attack {
  readonly #folder = mkdtempSync(join(tmpdir(), "attack-"));
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  /** @param targets in vegeta's JSON format, taken in turn */
  constructor(targets: readonly object[], options: { perSecond: number; keepAlive: boolean }) {
    const args = [
      "attack",
      "-format=json",
      `-rate=${options.perSecond}/s`,
      `-keepalive=${options.keepAlive}`,
      "-timeout=10s",
      // Bounded, whatever becomes of the test.
      "-duration=180s",
      `-output=${this.#results}`,
    ];
    this.#process = spawn(vegeta, args, { stdio: ["pipe", "ignore", "inherit"] });
    this.#ended = once(this.#process, "exit");
    this.#process.stdin?.end(targets.map((target) => `${JSON.stringify(target)}\n`).join(""));
  }

  get #results(): string {
    return join(this.#folder, "results");
  }

  /** Stops sending, waits for what is under way, and counts. */
  async stop(): Promise<Report> {
    this.#process.kill("SIGINT");
    await this.#ended;
    const { stdout } = await execa(vegeta, ["report", "-type=json", this.#results]);
    rmSync(this.#folder, { recursive: true });
    return JSON.parse(stdout) as Report;
  }
}
