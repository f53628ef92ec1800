import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { stateEnvironment } from "../../engine/state.ts";
import { labVariables } from "../../lab/commands/env.ts";
import { stateAt, stateRoot } from "../../lab/state.ts";

/** A checkout of this project that a test may change, with a stack and a state backend of its own. */
export class Checkout {
  readonly folder: string;
  readonly state: string;
  readonly #stack: string;

  /** @param stack the stack that the test writes and brings up; tests that share the lab have one each */
  constructor(stack: string) {
    this.#stack = stack;
    this.folder = mkdtempSync(join(tmpdir(), `slipway-${stack}-`));
    this.state = join(this.folder, ".state");
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
    for (const file of files.trim().split("\n")) cpSync(file, join(this.folder, file), { verbatimSymlinks: true });
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"));
    mkdirSync(this.state);
    this.#git("init", "--quiet");
    this.commit("as it is");
  }

  /** A commit makes a new version: images carry the last commit of their context. */
  commit(message: string): void {
    this.#git("add", "services");
    this.#git(
      "-c",
      `user.name=${this.#stack}`,
      "-c",
      `user.email=${this.#stack}@example.com`,
      "commit",
      "--quiet",
      "-m",
      message,
    );
  }

  #git(...args: string[]): void {
    execFileSync("git", args, { cwd: this.folder });
  }

  get variables(): Record<string, string> {
    return { PULUMI_BACKEND_URL: `file://${this.state}` };
  }

  /** Runs a command of `engine/main.ts` on a stack, as `make` does. */
  engine(command: string, stack = this.#stack, env: Record<string, string> = {}) {
    return execa(process.execPath, ["engine/main.ts", command, "--stack", stack], {
      cwd: this.folder,
      env: { ...this.variables, ...env },
      reject: false,
      all: true,
    });
  }

  /** Runs a tool of the lab, such as kubectl or pulumi. */
  async tool(command: string, ...args: string[]): Promise<string> {
    const env = { ...(await labVariables(stateAt(stateRoot()))), ...stateEnvironment(), ...this.variables };
    const { stdout } = await execa(command, args, { cwd: this.folder, env });
    return stdout;
  }

  kubectl(...args: string[]): Promise<string> {
    return this.tool("kubectl", ...args);
  }

  writeStack(yaml: string): void {
    writeFileSync(join(this.folder, `Pulumi.${this.#stack}.yaml`), yaml);
  }

  edit(file: string, change: (text: string) => string): void {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file}: the edit changed nothing`);
    writeFileSync(path, after);
  }

  editStack(change: (yaml: string) => string): void {
    this.edit(`Pulumi.${this.#stack}.yaml`, change);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
