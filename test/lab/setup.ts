import { existsSync } from "node:fs";
import { execa } from "execa";
import { stateAt, stateRoot } from "../../lab/state.ts";

/** Runs once for all suites: the lab is there when they start, and gone afterwards unless there was one before. */
export default async function setup() {
  const lab = (command: string) => execa(process.execPath, ["lab/cli.ts", command], { stdio: "inherit" });
  const wasThere = existsSync(stateAt(stateRoot()).kubeconfig);
  for (const command of ["tools", "up"]) await lab(command);
  // Compiling the monitoring takes a quarter of an hour on a machine that has nothing yet. The suites mostly wait, and
  // those that need it come last (test/lab/sequence.ts) and wait for this; at the lowest priority it is in nobody's way.
  const images = execa("nice", ["-n", "19", process.execPath, "lab/cli.ts", "images"], {
    stdio: "inherit",
    reject: false,
  });
  return async () => {
    images.kill();
    await images;
    if (!wasThere) await lab("down");
  };
}
