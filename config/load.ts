import { RunError } from "@pulumi/pulumi/errors.js";
import { getStack } from "@pulumi/pulumi/metadata.js";
import * as runtime from "@pulumi/pulumi/runtime/config.js";
import { secretsInput } from "./secrets.ts";
import { parseStack, type StackConfig } from "./stack.ts";

const PREFIX = "slipway:";

/** The only key that takes encrypted values. */
const SECRETS = `${PREFIX}secrets`;

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
  const refused = secretKeys.filter((key) => key.startsWith(PREFIX) && key !== SECRETS);
  if (refused.length > 0) throw new RunError(refused.map((key) => refusedSecret(key, stack)).join("\n"));

  const own = Object.entries(config).filter(([key]) => key.startsWith(PREFIX));
  const input = Object.fromEntries(
    own.map(([key, text]) => {
      const value = fromText(text);
      return [key.slice(PREFIX.length), key === SECRETS ? secretsInput(value, secretKeys.includes(key)) : value];
    }),
  );
  const parsed = parseStack(input, stack);
  if (parsed.ok) return parsed.config;
  throw new RunError([`Pulumi.${stack}.yaml does not hold:`, ...parsed.problems.map((line) => `  ${line}`)].join("\n"));
}

/** What is no JSON after all is left to the schema, for the parser's own error would quote it. */
function fromText(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Pulumi would hand the value over decrypted, to end up in a manifest. */
function refusedSecret(key: string, stack: string): string {
  return (
    `${key}: holds an encrypted value, which would reach a manifest in clear. Secrets stand under ${SECRETS}, and a service names ` +
    `them by key: pulumi config set -s ${stack} --secret --path '${SECRETS}["orders/db"]' (docs/secrets.md).`
  );
}
