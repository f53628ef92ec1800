import { getStack, RunError, runtime } from "@pulumi/pulumi";
import { parseStack, type StackConfig } from "./stack.ts";

const PREFIX = "slipway:";

/**
 * The configuration of the current stack.
 *
 * @throws RunError with a line for each problem, so that a user fixes a stack file in one go.
 */
export function loadStack(): StackConfig {
  const stack = getStack();
  const secrets = secretKeys();
  if (secrets.length > 0) throw new RunError(secrets.map(refusedSecret).join("\n"));

  const parsed = parseStack(readKeys(runtime.allConfig()), stack);
  if (!parsed.ok) {
    throw new RunError(
      [`Pulumi.${stack}.yaml does not hold:`, ...parsed.problems.map((line) => `  ${line}`)].join("\n"),
    );
  }
  return parsed.config;
}

/** Pulumi hands over every key as text: lists and maps as JSON, scalars bare. */
function readKeys(config: Record<string, string>): Record<string, unknown> {
  const own = Object.entries(config).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(
    own.map(([key, value]) => [key.slice(PREFIX.length), /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value]),
  );
}

/**
 * Keys with an encrypted value anywhere inside. No key takes one yet, and Pulumi would hand it over decrypted, to end
 * up in a manifest. The variable is how the language host tells (`PULUMI_CONFIG_SECRET_KEYS` in the Node SDK).
 */
function secretKeys(): string[] {
  const keys = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS || "[]") as string[];
  return keys.filter((key) => key.startsWith(PREFIX));
}

function refusedSecret(key: string): string {
  return `${key}: holds an encrypted value, which would reach a manifest in clear. Keep secrets out of it; environment variables are not for secrets.`;
}
