import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** What a registry knows its user by. */
export interface Credentials {
  username: string;
  password: string;
}

const basic = ({ username, password }: Credentials): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

/** The parts of `Bearer realm="…",service="…",scope="…"`. */
function parseChallenge(challenge: string): { scheme: string; parameters: Record<string, string> } {
  const [scheme = ""] = challenge.split(" ", 1);
  const parameters = [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(
    ([, key = "", value = ""]) => [key, value] as const,
  );
  return { scheme: scheme.toLowerCase(), parameters: Object.fromEntries(parameters) };
}

/**
 * The Authorization header that answers a registry's challenge, or undefined when there is none to give. Public
 * registries hand a token to anyone who asks, so that no credentials are needed to read a public image.
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export async function authorize(challenge: string, credentials?: Credentials): Promise<string | undefined> {
  const { scheme, parameters } = parseChallenge(challenge);
  if (scheme === "basic") return credentials && basic(credentials);
  if (scheme !== "bearer" || parameters["realm"] === undefined) return undefined;
  const url = new URL(parameters["realm"]);
  for (const key of ["service", "scope"]) {
    if (parameters[key] !== undefined) url.searchParams.set(key, parameters[key]);
  }
  const response = await fetch(url, { headers: credentials ? { authorization: basic(credentials) } : {} });
  if (!response.ok) return undefined;
  const { token, access_token } = (await response.json()) as { token?: string; access_token?: string };
  return `Bearer ${token ?? access_token ?? ""}`;
}

/** Docker's own key for Docker Hub, from before registries had names. */
const HUB_KEY = "https://index.docker.io/v1/";

/**
 * What `docker login` left for a registry in `$DOCKER_CONFIG/config.json` (default `~/.docker`), if anything. Credential
 * helpers are not asked.
 */
export async function dockerLogin(registry: string): Promise<Credentials | undefined> {
  const path = join(process.env["DOCKER_CONFIG"] ?? join(homedir(), ".docker"), "config.json");
  const text = await readFile(path, "utf8").catch(() => "{}");
  const { auths = {} } = JSON.parse(text) as { auths?: Record<string, { auth?: string }> };
  const entry =
    auths[registry] ?? auths[`https://${registry}`] ?? (registry === "docker.io" ? auths[HUB_KEY] : undefined);
  if (!entry?.auth) return undefined;
  const [username = "", ...rest] = Buffer.from(entry.auth, "base64").toString().split(":");
  return { username, password: rest.join(":") };
}
