import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { stateFolder } from "./state.ts";

/** Keys of a stack file that say how its secrets are encrypted. */
const SECRETS_KEYS = ["encryptionsalt", "encryptedkey", "secretsprovider"];

/**
 * Files of a stack that the engine may write to. Pulumi adds the salt of its secrets to the stack file; a stack file
 * without one is therefore used as a copy, so that a first `make up` leaves the checkout as it was.
 */
export interface StackSettings {
  /** For `--config-file`. */
  configFile: string;
  /** Folder of a bare project of the same name, in which a stack can be made without touching the checkout. */
  project: string;
}

/** @param file the stack's file in the checkout */
export function stackSettings(stack: string, file: string, env: NodeJS.ProcessEnv = process.env): StackSettings {
  const project = stateFolder(env, "project");
  copyFileSync("Pulumi.yaml", join(project, "Pulumi.yaml"));
  const document = parseDocument(readFileSync(file, "utf8"));
  if (SECRETS_KEYS.some((key) => document.has(key))) return { configFile: file, project };

  const configFile = join(project, `Pulumi.${stack}.yaml`);
  for (const [key, value] of Object.entries(secretsSettings(configFile))) document.set(key, value);
  writeFileSync(configFile, document.toString());
  return { configFile, project };
}

/** What Pulumi wrote into the copy at an earlier run. */
function secretsSettings(configFile: string): Record<string, unknown> {
  if (!existsSync(configFile)) return {};
  const document = parseDocument(readFileSync(configFile, "utf8"));
  return Object.fromEntries(SECRETS_KEYS.flatMap((key) => (document.has(key) ? [[key, document.get(key)]] : [])));
}
