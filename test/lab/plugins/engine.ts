import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalWorkspace, type PulumiFn, type Stack } from "@pulumi/pulumi/automation/index.js";

/** A stack of its own, with a state of its own, on the lab's engine and with the lab's plugins. */
export async function stackOf(program: PulumiFn, env: Record<string, string> = {}): Promise<Stack> {
  const workDir = await mkdtemp(join(tmpdir(), "stack-"));
  return LocalWorkspace.createOrSelectStack(
    { stackName: "test", projectName: "plugins", program },
    {
      workDir,
      envVars: { PULUMI_BACKEND_URL: `file://${workDir}`, PULUMI_CONFIG_PASSPHRASE: "test", ...env },
    },
  );
}

/** What the engine said when an operation failed; the operation must fail. */
export async function failureOf(operation: Promise<unknown>): Promise<string> {
  try {
    await operation;
  } catch (error) {
    return String(error);
  }
  throw new Error("the operation succeeded");
}
