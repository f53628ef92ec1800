import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { execa } from "execa";
import { namespaceFile } from "../../../lab/network/namespace.ts";
import { locateTools } from "../../../lab/tools/paths.ts";

/**
 * An empty registry: the private one of a site that has no way out. Like the lab's own it is two processes on one
 * storage, for `localhost` is another one in the node's network than here, and plain HTTP is only for localhost.
 */
export class PrivateRegistry {
  readonly name: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "slipway-private-registry-"));
  readonly #processes: ChildProcess[] = [];

  constructor(port: number) {
    this.name = `localhost:${port}`;
  }

  async start(): Promise<void> {
    const program = (await locateTools(["registry"])).paths.bin("registry");
    const port = this.name.split(":")[1]!;
    for (const [where, enter] of [
      ["host", []],
      ["node", [`--net=${namespaceFile}`]],
    ] as const) {
      const config = join(this.#folder, `${where}.yaml`);
      const storage = { filesystem: { rootdirectory: join(this.#folder, "data") } };
      writeFileSync(
        config,
        JSON.stringify({ version: "0.1", storage, http: { addr: `127.0.0.1:${port}`, secret: "test" } }),
      );
      const log = openSync(join(this.#folder, `${where}.log`), "a");
      const env = { ...process.env, OTEL_TRACES_EXPORTER: "none" };
      this.#processes.push(
        spawn("nsenter", [...enter, program, "serve", config], { stdio: ["ignore", log, log], env }),
      );
    }
    while (!(await fetch(`http://${this.name}/v2/`).catch(() => undefined))?.ok) await wait(100);
  }

  /** Paths that the node asked this registry for. */
  askedByNode(): string[] {
    const log = readFileSync(join(this.#folder, "node.log"), "utf8");
    return [...log.matchAll(/"(?:GET|HEAD) (\/v2\/\S+) HTTP/g)].map(([, path]) => path!);
  }

  stop(): void {
    for (const child of this.#processes) child.kill();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Makes the node forget images whose name begins like this, with their content. */
export async function forgetImages(prefix: string, mountNamespace: string): Promise<void> {
  const ctr = (await locateTools(["containerd"])).paths.bin("ctr");
  const inNode = (...args: string[]) =>
    execa("nsenter", [`--mount=${mountNamespace}`, ctr, "--namespace=k8s.io", "images", ...args]);
  const { stdout } = await inNode("ls");
  const rows = stdout.split("\n").map((line) => line.split(/\s+/));
  const digests = rows.filter(([name]) => name?.startsWith(prefix)).map(([, , digest]) => digest);
  const names = rows.filter(([, , digest]) => digests.includes(digest)).map(([name]) => name!);
  if (names.length > 0) await inNode("rm", "--sync", ...names);
}
