import { existsSync } from "node:fs";
import { execa } from "execa";
import { stateAt, stateRoot } from "../../lab/state.ts";

/** Runs once for all suites: the lab is there when they start, and gone afterwards unless there was one before. */
export default async function setup() {
  const lab = (command: string) => execa(process.execPath, ["lab/cli.ts", command], { stdio: "inherit" });
  const wasThere = existsSync(stateAt(stateRoot()).kubeconfig);
  for (const command of ["tools", "up"]) await lab(command);
  return async () => {
    if (!wasThere) await lab("down");
  };
}
