import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where state lives and how it is encrypted, as the variables that the Pulumi CLI reads. */
export interface StateEnvironment {
  PULUMI_BACKEND_URL?: string;
  PULUMI_CONFIG_PASSPHRASE_FILE?: string;
}

/**
 * A user who has chosen a backend (`pulumi login`, or the variable) keeps it; everybody else gets a folder on this
 * machine, under a passphrase that is made up once and readable by its owner only.
 */
export function stateEnvironment(env: NodeJS.ProcessEnv = process.env): StateEnvironment {
  const chosen = env.PULUMI_BACKEND_URL ?? loggedInto(env);
  const passphrase = env.PULUMI_CONFIG_PASSPHRASE ?? env.PULUMI_CONFIG_PASSPHRASE_FILE;
  return {
    ...(chosen === undefined && { PULUMI_BACKEND_URL: `file://${stateFolder(env, "state")}` }),
    ...(passphrase === undefined && { PULUMI_CONFIG_PASSPHRASE_FILE: ownPassphrase(env) }),
  };
}

/** A folder of this program under the user's state directory, made if it is not there. */
export function stateFolder(env: NodeJS.ProcessEnv, ...names: string[]): string {
  const folder = join(env.XDG_STATE_HOME ?? join(homedir(), ".local", "state"), "slipway", "engine", ...names);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** What `pulumi login` wrote down, in the home of the CLI. */
function loggedInto(env: NodeJS.ProcessEnv): string | undefined {
  const file = join(env.PULUMI_HOME ?? join(homedir(), ".pulumi"), "credentials.json");
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as { current?: string }).current || undefined;
}

function ownPassphrase(env: NodeJS.ProcessEnv): string {
  const file = join(stateFolder(env), "passphrase");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return file;
}
