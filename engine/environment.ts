import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { labVariables } from "../lab/commands/env.ts";
import { stateAt, stateRoot } from "../lab/state.ts";
import { stateEnvironment } from "./state.ts";
import type { Target, Whereabouts } from "./target.ts";

/**
 * Starts what a stack needs: the tools, and the lab, or its repair, for a stack that runs on it, with the images of a monitoring.
 *
 * @throws RunError if the lab or a tool cannot be had; the lab itself has said why
 */
export async function prepare({ onLab, watchedOnLab }: Target): Promise<void> {
  await lab("tools");
  if (onLab) await lab("up");
  if (watchedOnLab) await lab("images");
}

/**
 * The environment in which the CLI works on a stack. Without the lab the user's own kubeconfig and state backend are
 * left alone.
 */
export async function engineEnvironment({ onLab, clusters }: Whereabouts): Promise<Record<string, string>> {
  const { PATH = "", NODE_COMPILE_CACHE = "", KUBECONFIG = "", ...reach } = await labVariables(stateAt(stateRoot()));
  const onOthers = clusters.some((cluster) => !cluster.onLab);
  const labReach = { ...reach, KUBECONFIG: onOthers ? beside(KUBECONFIG) : KUBECONFIG };
  const env = { PATH, NODE_COMPILE_CACHE, PULUMI_SKIP_UPDATE_CHECK: "1", ...(onLab && labReach) };
  return { ...env, ...stateEnvironment({ ...process.env, ...env }) };
}

/** The lab's kubeconfig and the user's, as one: clients take a context from whichever has it. */
export function beside(lab: string, env: NodeJS.ProcessEnv = process.env): string {
  return [lab, env.KUBECONFIG ?? join(homedir(), ".kube", "config")].join(delimiter);
}

async function lab(command: string): Promise<void> {
  const { exitCode } = await execa(process.execPath, ["lab/cli.ts", command], { stdio: "inherit", reject: false });
  if (exitCode !== 0) throw new RunError(`The lab is not there: \`node lab/cli.ts ${command}\` failed, see above.`);
}
