import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { which } from "../../../../lab/host/which.ts";
import { freePorts, until } from "../traces/program.ts";

/** What answers in Amazon's place, where the machine has it. @see https://docs.getmoto.org/en/latest/docs/server_mode.html */
export const motoServer = which("moto_server");

/** Any signature will do. */
const headers = {
  Authorization: "AWS4-HMAC-SHA256 Credential=key/20260131/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
};

/** A bucket. */
export class TestBucket {
  readonly endpoint: string;
  readonly #process: ChildProcess;

  private constructor(port: number) {
    this.endpoint = `http://127.0.0.1:${port}`;
    this.#process = spawn(motoServer!, ["-H", "127.0.0.1", "-p", `${port}`], { stdio: "ignore", detached: true });
  }

  static async start(name: string): Promise<TestBucket> {
    const [port = 0] = await freePorts(1);
    const bucket = new TestBucket(port);
    const create = () => fetch(`${bucket.endpoint}/${name}`, { method: "PUT", headers }).catch(() => undefined);
    await until("there is a bucket", async () => (await create())?.ok, 60);
    return bucket;
  }

  /** Names of what is in it. */
  async objects(name: string): Promise<string[]> {
    const answer = await fetch(`${this.endpoint}/${name}?list-type=2`, { headers });
    return [...(await answer.text()).matchAll(/<Key>([^<]+)/g)].map(([, key = ""]) => key);
  }

  /** The command may be a script that has started the server: both are one group. */
  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    process.kill(-this.#process.pid!, "SIGKILL");
    await ended;
  }
}
