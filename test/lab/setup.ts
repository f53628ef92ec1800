import { execa } from "execa";

/** Runs once for all suites: the lab is there when they start, and gone afterwards unless it was there before. */
export default async function setup() {
  const lab = (command: string) => execa(process.execPath, ["lab/cli.ts", command], { reject: false, all: true });
  const wasUp = (await lab("status")).exitCode === 0;
  for (const command of ["tools", "up"]) {
    const { exitCode, all } = await lab(command);
    if (exitCode !== 0) throw new Error(`lab ${command}: ${all}`);
  }
  return async () => {
    if (!wasUp) await lab("down");
  };
}
