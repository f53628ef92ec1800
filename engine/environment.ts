import { execa } from "execa";
import { RunError } from "@pulumi/pulumi";
import { labVariables } from "../lab/commands/env.ts";
import { stateAt, stateRoot } from "../lab/state.ts";
import { stateEnvironment } from "./state.ts";
import type { Target } from "./target.ts";

/**
 * The environment of the CLI for a stack. The lab is started, or repaired, for a stack that runs on it; for any other
 * cluster the user's own kubeconfig and state backend are left alone.
 *
 * @throws RunError if the lab or a tool cannot be had; the lab itself has said why
 */
export async function engineEnvironment({ onLab }: Target): Promise<Record<string, string>> {
  await lab("tools");
  if (onLab) await lab("up");
  const { PATH = "", ...reach } = await labVariables(stateAt(stateRoot()));
  const env = { PATH, PULUMI_SKIP_UPDATE_CHECK: "1", ...(onLab && reach) };
  return { ...env, ...stateEnvironment({ ...process.env, ...env }) };
}

async function lab(command: string): Promise<void> {
  const { exitCode } = await execa(process.execPath, ["lab/cli.ts", command], { stdio: "inherit", reject: false });
  if (exitCode !== 0) throw new RunError(`The lab is not there: \`make lab-${command}\` failed, see above.`);
}
