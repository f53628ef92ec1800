import { join } from "node:path";
import { execa } from "execa";

const IMAGE = "localhost:5000/slipway-test/probed:1";

/** Builds and pushes the image of `probed`, and returns its reference. */
export async function buildProbed(): Promise<string> {
  const context = join(import.meta.dirname, "probed");
  const inputs = [`--local=context=${context}`, `--local=dockerfile=${context}`];
  await execa("buildctl", [
    "build",
    "--frontend=dockerfile.v0",
    ...inputs,
    `--output=type=image,name=${IMAGE},push=true`,
  ]);
  return IMAGE;
}
