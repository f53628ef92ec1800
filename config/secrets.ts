import { secret, type Output } from "@pulumi/pulumi/output.js";

/** A value as the schema takes it; Pulumi's own form of an encrypted one. */
interface Encrypted {
  secure: string;
}

/** What stands for a value that nobody here can decrypt. */
const PLACEHOLDER = "[secret]";

/**
 * `slipway:secrets` in the one form that the schema takes, whoever read the stack file. The engine has decrypted
 * the values, all of which are then text. Without an engine they are still encrypted, and become a placeholder: what
 * never had the value cannot show it. A clear text is left as it is, to be refused.
 *
 * @param encrypted whether Pulumi says that the key holds an encrypted value
 */
export function secretsInput(value: unknown, encrypted: boolean): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const decrypted = encrypted && !entries.some(([, entry]) => isEncrypted(entry));
  return Object.fromEntries(
    entries.map(([key, entry]: [string, unknown]) => [key, decrypted ? { secure: entry } : hidden(entry)]),
  );
}

function isEncrypted(entry: unknown): entry is Encrypted {
  return typeof entry === "object" && entry !== null && "secure" in entry;
}

function hidden(entry: unknown): unknown {
  return isEncrypted(entry) ? { ...entry, secure: PLACEHOLDER } : entry;
}

/** The values as Pulumi secrets: encrypted in the state, and shown as `[secret]` wherever the engine shows something. */
export function secretValues(values: Record<string, Encrypted>): Record<string, Output<string>> {
  return Object.fromEntries(Object.entries(values).map(([key, { secure }]) => [key, secret(secure)]));
}
