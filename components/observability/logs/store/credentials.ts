import type { SecretReference } from "../../../configuration/index.ts";
import { AGENT } from "../agent/sources.ts";
import type { StoreArgs } from "./args.ts";

const USERNAME = "STORE_USERNAME";
const PASSWORD = "STORE_PASSWORD";

/** User and password as files of the agents. */
export function credentialReferences({ credentials }: StoreArgs): SecretReference[] {
  if (!credentials) return [];
  const { secret, usernameKey = "username", passwordKey = "password" } = credentials;
  return [
    { name: USERNAME, as: "file", secret, key: usernameKey },
    { name: PASSWORD, as: "file", secret, key: passwordKey },
  ];
}

/** Where the agents find them. */
export const credentialFiles = {
  username: `/run/secrets/${AGENT}/${USERNAME}`,
  password: `/run/secrets/${AGENT}/${PASSWORD}`,
} as const;
