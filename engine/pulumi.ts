import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { isLockedByDead } from "./locks.ts";
import { stackSettings, type StackSettings } from "./settings.ts";
import type { Target } from "./target.ts";

/** One stack in the hands of the Pulumi CLI. */
export interface Engine {
  target: Target;
  settings: StackSettings;
  /** Environment of the CLI: PATH, kubeconfig, state backend. */
  env: Record<string, string>;
}

/**
 * Opens a stack: makes it if there is none, and takes away the lock of an engine that was killed.
 *
 * @throws RunError if there is no Pulumi CLI
 */
export async function open(target: Target, env: Record<string, string>): Promise<Engine> {
  const settings = stackSettings(target.stack, target.file);
  const engine = { target, settings, env };
  const { stack } = target;

  const stacks = await quietly(engine, ["-C", settings.project, "stack", "ls", "--json"]);
  if (!(JSON.parse(stacks) as { name: string }[]).some(({ name }) => name.split("/").at(-1) === stack)) {
    await quietly(engine, ["-C", settings.project, "stack", "init", stack, "--no-select"]);
    // Making the stack wrote its salt into the copy.
    stackSettings(stack, target.file);
  }
  if (isLockedByDead(env.PULUMI_BACKEND_URL ?? "", stack)) {
    process.stdout.write(`An earlier run of ${stack} was killed: taking its lock away.\n`);
    await quietly(engine, ["-C", settings.project, "cancel", "--yes", "--stack", stack]);
  }
  return engine;
}

/** Runs a command of the CLI for the stack with the terminal as its own; the exit code. */
export async function run({ target, settings, env }: Engine, command: string, options: string[]): Promise<number> {
  const args = [command, "--stack", target.stack, "--config-file", settings.configFile, ...options];
  const { exitCode } = await execa("pulumi", args, { env, stdio: "inherit", reject: false });
  return exitCode ?? 1;
}

/** Runs a command for its output; what it says on failure becomes the error. */
export async function quietly({ env }: Pick<Engine, "env">, args: string[]): Promise<string> {
  const { exitCode, stdout, stderr, code } = await execa("pulumi", args, { env, stdin: "ignore", reject: false });
  if (code === "ENOENT") throw new RunError("pulumi: not on the PATH; run `make tools`, or install the Pulumi CLI.");
  if (exitCode !== 0) throw new RunError(`pulumi ${args.join(" ")} failed:\n${stderr || stdout}`);
  return stdout;
}
