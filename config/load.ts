import { RunError } from "@pulumi/pulumi/errors.js";
import { getStack } from "@pulumi/pulumi/metadata.js";
import * as runtime from "@pulumi/pulumi/runtime/config.js";
import { parseStack, type StackConfig } from "./stack.ts";

const PREFIX = "slipway:";

/**
 * The configuration of the stack that the engine is running.
 *
 * @throws RunError as {@link readStack}
 */
export function loadStack(): StackConfig {
  const config = runtime.allConfig();
  // Which keys hold an encrypted value is known to the SDK, but not declared in its types.
  const { isConfigSecret } = runtime as unknown as { isConfigSecret: (key: string) => boolean };
  return readStack(config, Object.keys(config).filter(isConfigSecret), getStack());
}

/**
 * Reads a configuration as Pulumi hands it over: every key as text, lists and maps as JSON, scalars bare.
 *
 * @param secretKeys keys with an encrypted value anywhere inside
 * @throws RunError, which Pulumi prints without a stack trace, with a line for each problem
 */
export function readStack(config: Record<string, string>, secretKeys: string[], stack: string): StackConfig {
  // No key takes a secret yet, and Pulumi would hand it over decrypted, to end up in a manifest.
  const refused = secretKeys.filter((key) => key.startsWith(PREFIX));
  if (refused.length > 0) throw new RunError(refused.map(refusedSecret).join("\n"));

  const own = Object.entries(config).filter(([key]) => key.startsWith(PREFIX));
  const input = Object.fromEntries(own.map(([key, value]) => [key.slice(PREFIX.length), fromText(value)]));
  const parsed = parseStack(input, stack);
  if (parsed.ok) return parsed.config;
  throw new RunError([`Pulumi.${stack}.yaml does not hold:`, ...parsed.problems.map((line) => `  ${line}`)].join("\n"));
}

function fromText(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

function refusedSecret(key: string): string {
  return `${key}: holds an encrypted value, which would reach a manifest in clear. Keep secrets out of it; environment variables are not for secrets.`;
}
