import { readFileSync } from "node:fs";
import { RunError } from "@pulumi/pulumi/errors.js";
import { readPackConfig } from "../policies/waivers/pack-config.ts";

/** The file that the engine is given as well (`--policy-pack-config`). */
const FILE = "policies/config.json";

/**
 * Waivers and levels of the policy pack.
 *
 * @throws RunError with everything that is wrong with the file
 */
export function policyConfig() {
  const { problems, ...config } = readPackConfig(parse(readFileSync(FILE, "utf8")));
  if (problems.length > 0)
    throw new RunError([`${FILE} does not hold:`, ...problems.map((line) => `  ${line}`)].join("\n"));
  return config;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RunError(`${FILE}: is not JSON: ${(error as Error).message}`);
  }
}
