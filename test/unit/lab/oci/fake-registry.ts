import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A registry in this process: enough of the distribution API to push to and to pull from. */
export interface FakeRegistry {
  /** `localhost:<port>` */
  address: string;
  /** Bodies by digest. */
  blobs: Map<string, Buffer>;
  /** Bodies by `<repository>:<tag or digest>`. */
  manifests: Map<string, { body: Buffer; mediaType: string }>;
  /** `METHOD path`, in order. */
  requests: string[];
  /** Basic credentials that it wants before it answers with a token; undefined: anyone may do anything. */
  login?: string;
  close: () => Promise<void>;
}

const sha256 = (body: Buffer): string => `sha256:${createHash("sha256").update(body).digest("hex")}`;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function startFakeRegistry(options: { login?: string } = {}): Promise<FakeRegistry> {
  const uploads = new Map<string, Buffer>();
  const registry: FakeRegistry = {
    address: "",
    blobs: new Map(),
    manifests: new Map(),
    requests: [],
    ...options,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "", `http://${registry.address}`);
    registry.requests.push(`${request.method} ${url.pathname}`);
    const end = (status: number, headers: Record<string, string> = {}, body?: Buffer | string): void => {
      response.writeHead(status, { connection: "close", ...headers }).end(body);
    };
    if (url.pathname === "/token") {
      const sent = Buffer.from(request.headers.authorization?.replace(/^Basic /, "") ?? "", "base64").toString();
      return end(sent === registry.login ? 200 : 401, {}, JSON.stringify({ token: "let-me-in" }));
    }
    if (registry.login !== undefined && request.headers.authorization !== "Bearer let-me-in") {
      const realm = `Bearer realm="http://${registry.address}/token",service="fake",scope="repository:x:pull"`;
      return end(401, { "www-authenticate": realm });
    }
    const [, repository = "", kind = "", name = ""] =
      /^\/v2\/(.+)\/(manifests|blobs\/uploads)\/(.*)$/.exec(url.pathname) ?? [];
    const key = `${repository}:${name}`;
    const body = await bodyOf(request);
    switch (`${request.method} ${kind}`) {
      case "POST blobs/uploads":
        return end(202, { location: `${url.pathname}${uploads.size}?state=x` });
      case "PATCH blobs/uploads":
        uploads.set(name, body);
        return end(202, { location: `${url.pathname}?state=y` });
      case "PUT blobs/uploads": {
        const upload = uploads.get(name) ?? Buffer.alloc(0);
        if (sha256(upload) !== url.searchParams.get("digest")) return end(400, {}, "digest invalid");
        registry.blobs.set(sha256(upload), upload);
        return end(201);
      }
      case "PUT manifests": {
        const entry = { body, mediaType: request.headers["content-type"] ?? "" };
        registry.manifests.set(key, entry).set(`${repository}:${sha256(body)}`, entry);
        return end(201);
      }
      case "DELETE manifests":
        return end(registry.manifests.delete(key) ? 202 : 404);
      case "GET manifests":
      case "HEAD manifests": {
        const found = registry.manifests.get(key);
        if (!found) return end(404);
        const headers = { "content-type": found.mediaType, "docker-content-digest": sha256(found.body) };
        return end(200, headers, request.method === "GET" ? found.body : undefined);
      }
      default:
        return end(404);
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  registry.address = `localhost:${(server.address() as AddressInfo).port}`;
  return registry;
}
