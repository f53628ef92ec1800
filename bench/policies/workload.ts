import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { stringify } from "yaml";
import type { DeclaredResource } from "../../policies/evaluate.ts";
import { servicesStack } from "../render/stack.ts";

/** Objects of a service of that stack: workload, address, account, budget, network policy, and its component. */
const OBJECTS_A_SERVICE = 6;

/** The same resources for every contender: as a stack, as a list, and as manifests. */
export interface Workload {
  /** How many there are, about. */
  readonly size: number;
  readonly stack: string;
  /** What the program declares, as JSON. */
  readonly resources: string;
  /** Its Kubernetes objects as one YAML file. */
  readonly manifests: string;
}

/** Makes the files of a workload in a folder that has the pack's config. */
export async function workload(folder: string, size: number): Promise<Workload> {
  const stack = `resources-${size}`;
  const [resources, manifests] = [join(folder, `${stack}.json`), join(folder, `${stack}.yaml`)];
  mkdirSync(join(folder, "policies"), { recursive: true });
  cpSync("policies/config.json", join(folder, "policies/config.json"));
  writeFileSync(join(folder, `Pulumi.${stack}.yaml`), stringify(servicesStack(Math.round(size / OBJECTS_A_SERVICE))));
  await node(folder, "bench/policies/declare.ts", [stack, resources]);
  writeFileSync(manifests, declared(resources).flatMap(manifest).join("---\n"));
  return { size, stack, resources, manifests };
}

export function declared(file: string): DeclaredResource[] {
  return JSON.parse(readFileSync(file, "utf8")) as DeclaredResource[];
}

function manifest({ type, props }: DeclaredResource): string[] {
  return type.startsWith("kubernetes:") ? [stringify(props)] : [];
}

/**
 * Runs a script of this project.
 *
 * @throws RunError with what it printed, if it did not end with one of these codes
 */
export async function node(cwd: string, script: string, args: string[], codes: number[] = [0]): Promise<string> {
  return run(cwd, process.execPath, [resolve(script), ...args], codes);
}

/** Runs a command as {@link node} does. */
export async function run(cwd: string, command: string, args: string[], codes: number[] = [0]): Promise<string> {
  const { exitCode, stdout, all } = await execa(command, args, { cwd, stdin: "ignore", reject: false, all: true });
  if (exitCode === undefined || !codes.includes(exitCode))
    throw new RunError(`${command} ${args.join(" ")} failed:\n${all}`);
  return stdout;
}
