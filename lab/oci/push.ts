import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { RegistryError, repositoryUrl, request } from "./client.ts";
import type { Reference } from "./reference.ts";

/** Where a blob or manifest is found: its digest, with what a client must know before it fetches it. */
export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
}

type Repository = Pick<Reference, "registry" | "repository">;

async function expect(status: number, response: Response): Promise<Response> {
  if (response.status === status) return response;
  const body = (await response.text()).slice(0, 300).trim();
  throw new RegistryError(
    `registry answered ${response.status} to a push (${new URL(response.url).pathname}): ${body}`,
    response.status,
  );
}

/** Where the registry wants the next request of an upload. */
function next(response: Response): URL {
  return new URL(response.headers.get("location") ?? "", response.url);
}

/**
 * Uploads a blob while it is being made, so that a layer of any size never lies on the disk twice.
 * @param open starts the content, once the registry is ready for it
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-a-blob-in-chunks
 * @throws RegistryError when the registry does not take it; the content's own error when that breaks off
 */
export async function pushBlob(
  repository: Repository,
  mediaType: string,
  open: () => Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<Descriptor> {
  const start = await expect(202, await request(`${repositoryUrl(repository)}/blobs/uploads/`, { method: "POST" }));
  const hash = createHash("sha256");
  let size = 0;
  let broken: Error | undefined;
  async function* measured(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of open()) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
  const upload = await request(next(start).href, {
    method: "PATCH",
    headers: { "content-type": "application/octet-stream" },
    body: Readable.toWeb(Readable.from(measured())) as ReadableStream,
    duplex: "half",
  }).catch((error: unknown) => {
    throw broken ?? error;
  });
  const finish = next(await expect(202, upload));
  const digest = `sha256:${hash.digest("hex")}`;
  finish.searchParams.set("digest", digest);
  await expect(201, await request(finish.href, { method: "PUT" }));
  return { mediaType, digest, size };
}

/** Puts a manifest under a tag, and so makes the image visible; its blobs must be there already. Returns its digest. */
export async function pushManifest(
  repository: Repository,
  tag: string,
  mediaType: string,
  manifest: object,
): Promise<string> {
  const body = JSON.stringify(manifest);
  const url = `${repositoryUrl(repository)}/manifests/${tag}`;
  await expect(201, await request(url, { method: "PUT", headers: { "content-type": mediaType }, body }));
  return `sha256:${createHash("sha256").update(body).digest("hex")}`;
}
