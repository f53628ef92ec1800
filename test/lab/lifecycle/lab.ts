import { join } from "node:path";
import { execa, type Result } from "execa";

const repository = join(import.meta.dirname, "../../..");

/** Runs a command of the lab as a person would, and never throws. */
export function lab(command: string, env: Record<string, string> = {}): Promise<Result<{ reject: false; all: true }>> {
  const node = join(repository, "node_modules/.bin/node");
  return execa(node, [join(repository, "lab/cli.ts"), command], { env, reject: false, all: true });
}
