import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Project } from "./project.ts";
import { template } from "./template.ts";

/** Where the projects of a run are made. */
export interface Workbench {
  /** Temporary folder; also the state backend. */
  folder: string;
  /** Environment of the engine. */
  env: Record<string, string>;
  /** `node_modules` of the stock template. */
  modules: string;
}

/** The program of this checkout with another stack file. */
export function ownProject({ folder, env }: Workbench, stack: string, stackFile: string): Project {
  const settings = join(folder, stack);
  mkdirSync(settings);
  cpSync("Pulumi.yaml", join(settings, "Pulumi.yaml"));
  writeFileSync(join(settings, `Pulumi.${stack}.yaml`), stackFile);
  return { stack, program: process.cwd(), settings, env };
}

/** What `pulumi new kubernetes-typescript` leaves, with another program in it. */
export function stockProject({ folder, env, modules }: Workbench, stack: string, program: string): Project {
  const path = join(folder, "kubernetes-typescript");
  cpSync(template, path, { recursive: true });
  writeProgram(path, { name: stack, main: "index.ts", runtime: "nodejs" }, program, modules);
  return { stack, program: path, settings: path, env: withoutCompileCache(env) };
}

/**
 * The same objects in a program that Node runs as it is. It has the state of the stock project, for it declares the
 * very same resources.
 */
export function plainProject({ folder, modules }: Workbench, stock: Project, program: string): Project {
  const path = join(folder, "javascript");
  mkdirSync(path);
  const runtime = { name: "nodejs", options: { typescript: false } };
  writeProgram(path, { name: stock.stack, main: "index.js", runtime }, program, modules);
  return { ...stock, program: path };
}

function writeProgram(
  path: string,
  project: { main: string; [key: string]: unknown },
  program: string,
  modules: string,
) {
  writeFileSync(join(path, "Pulumi.yaml"), stringify(project));
  writeFileSync(join(path, project.main), program);
  symlinkSync(modules, join(path, "node_modules"));
}

/** Nobody else's program has the compile cache that comes with this one. */
function withoutCompileCache(env: Project["env"]): Project["env"] {
  return { ...env, NODE_COMPILE_CACHE: undefined };
}
