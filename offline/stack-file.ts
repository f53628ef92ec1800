import { existsSync, readFileSync } from "node:fs";
import { RunError } from "@pulumi/pulumi/errors.js";
import { parse } from "yaml";

/** The configuration of a stack as the engine would hand it to the program: every value as text. */
export interface StackFile {
  config: Record<string, string>;
  /** Keys with an encrypted value anywhere inside. */
  secretKeys: string[];
}

/**
 * Reads `Pulumi.<stack>.yaml` without an engine. Encrypted values stay encrypted: there is no passphrase here.
 *
 * @throws RunError if there is no such file or it is not YAML
 */
export function readStackFile(stack: string): StackFile {
  const file = `Pulumi.${stack}.yaml`;
  if (!existsSync(file)) {
    throw new RunError(`${file}: no such file; name a stack that has one, as in \`STACK=dev\`.`);
  }
  return parseStackFile(readFileSync(file, "utf8"), file);
}

/**
 * @param file name for the error
 * @throws RunError if it is not YAML
 */
export function parseStackFile(text: string, file: string): StackFile {
  const entries = Object.entries(parseConfig(text, file));
  return {
    config: Object.fromEntries(entries.map(([key, value]) => [key, asText(value)])),
    secretKeys: entries.filter(([, value]) => holdsSecret(value)).map(([key]) => key),
  };
}

function parseConfig(text: string, file: string): Record<string, unknown> {
  try {
    return (parse(text) as { config?: Record<string, unknown> } | null)?.config ?? {};
  } catch (error) {
    throw new RunError(`${file}: is not YAML: ${(error as Error).message}`);
  }
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Pulumi writes an encrypted value as a map with the one key `secure`. */
function holdsSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  return (keys.length === 1 && keys[0] === "secure") || Object.values(value).some(holdsSecret);
}
