import { isLocal, type Reference } from "./reference.ts";
import { authorize, type Credentials } from "./auth.ts";

/** Which registry answered what, when it was not what was asked for. */
export class RegistryError extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Manifests and indexes, of the OCI and of Docker before it. */
const MANIFESTS = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** Docker Hub's name and the host of its API differ. */
const API_HOST: Record<string, string> = { "docker.io": "registry-1.docker.io" };

/** The part of a repository's address that all its requests share. */
export function repositoryUrl({ registry, repository }: Pick<Reference, "registry" | "repository">): string {
  return `${isLocal(registry) ? "http" : "https"}://${API_HOST[registry] ?? registry}/v2/${repository}`;
}

/**
 * One request to a registry, with its answer to "who are you?" where it asks.
 * @throws RegistryError when it cannot be reached
 */
export async function request(url: string, init: RequestInit = {}, credentials?: Credentials): Promise<Response> {
  const send = async (authorization?: string): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (authorization !== undefined) headers.set("authorization", authorization);
    try {
      return await fetch(url, { ...init, headers });
    } catch (error) {
      const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new RegistryError(`registry ${new URL(url).host} does not answer: ${why}`, 0);
    }
  };
  const response = await send();
  const challenge = response.headers.get("www-authenticate");
  if (response.status !== 401 || challenge === null) return response;
  const authorization = await authorize(challenge, credentials);
  return authorization === undefined ? response : send(authorization);
}

/** A manifest as a registry keeps it. */
export interface Manifest {
  digest: string;
  /** Parsed JSON of a manifest or an index. */
  content: {
    mediaType?: string;
    annotations?: Record<string, string>;
    manifests?: { platform?: { architecture?: string } }[];
  };
}

/** The tag or digest that a reference asks for, `latest` when it says neither. */
function wanted({ tag, digest }: Reference): string {
  return digest ?? tag ?? "latest";
}

/**
 * The digest that a tag stands for, or undefined when the registry has no such image.
 * @throws RegistryError when it refuses or does not answer
 */
export async function resolveDigest(reference: Reference, credentials?: Credentials): Promise<string | undefined> {
  const url = `${repositoryUrl(reference)}/manifests/${wanted(reference)}`;
  const response = await request(url, { method: "HEAD", headers: { accept: MANIFESTS } }, credentials);
  if (response.status === 404) return undefined;
  const digest = response.headers.get("docker-content-digest");
  if (response.ok && digest !== null) return digest;
  throw new RegistryError(
    `${reference.registry} answered ${response.status} for ${reference.repository}`,
    response.status,
  );
}

/** The manifest of a tag or digest, or undefined when the registry has no such image. */
export async function getManifest(reference: Reference, credentials?: Credentials): Promise<Manifest | undefined> {
  const url = `${repositoryUrl(reference)}/manifests/${wanted(reference)}`;
  const response = await request(url, { headers: { accept: MANIFESTS } }, credentials);
  if (response.status === 404) return undefined;
  if (!response.ok) {
    throw new RegistryError(
      `${reference.registry} answered ${response.status} for ${reference.repository}`,
      response.status,
    );
  }
  const content = (await response.json()) as Manifest["content"];
  return { digest: response.headers.get("docker-content-digest") ?? "", content };
}

/** Asks a registry to forget a manifest, by its digest. Resolves to whether it did. */
export async function deleteManifest(reference: Reference, credentials?: Credentials): Promise<boolean> {
  const url = `${repositoryUrl(reference)}/manifests/${wanted(reference)}`;
  return (await request(url, { method: "DELETE" }, credentials)).ok;
}
