import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { KubeConfig } from "@kubernetes/client-node";
import { afterEach, expect, test } from "vitest";
import type { ApiError } from "../../../../../lab/plugins/kubernetes/errors.ts";
import { UnreachableError } from "../../../../../lab/plugins/kubernetes/errors.ts";
import { connect } from "../../../../../lab/plugins/kubernetes/transport.ts";
import type { Transport } from "../../../../../lab/plugins/kubernetes/transport.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A connection to an API server that answers like this. */
async function against(answer: RequestListener): Promise<Transport> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: "fake", server: `http://127.0.0.1:${port}`, skipTLSVerify: true },
    { name: "me", token: "token" },
  );
  return connect(config);
}

test("sends JSON with the kubeconfig's credentials and gives the answer back as it is", async () => {
  const seen: Pick<IncomingMessage, "method" | "url" | "headers">[] = [];
  const send = await against((request, response) => {
    seen.push(request);
    response.setHeader("Warning", ['299 - "policy/v1beta1 is \\"old\\""', '299 - "unknown field x"']);
    response.end('{"metadata":{"creationTimestamp":"2026-01-01T00:00:00Z","odd":null}}');
  });
  const answer = await send({
    method: "PATCH",
    path: "/api?x=1",
    body: { a: 1 },
    contentType: "application/apply-patch+yaml",
  });
  expect(answer.body).toEqual({ metadata: { creationTimestamp: "2026-01-01T00:00:00Z", odd: null } });
  expect(answer.warnings).toEqual(['policy/v1beta1 is "old"', "unknown field x"]);
  expect(seen[0]).toMatchObject({ method: "PATCH", url: "/api?x=1" });
  expect(seen[0]?.headers).toMatchObject({
    authorization: "Bearer token",
    "content-type": "application/apply-patch+yaml",
  });
});

test("a refusal is the API server's own sentence, with code, reason and causes; a bare one is its text", async () => {
  const status = { message: "no", reason: "Invalid", code: 422, details: { causes: [{ field: "spec.x" }] } };
  const refusing = await against((request, response) => {
    response.statusCode = request.url === "/bare" ? 404 : 422;
    response.end(request.url === "/bare" ? "404 page not found\n" : JSON.stringify(status));
  });
  const refusal = await refusing({ method: "GET", path: "/" }).catch((error: unknown) => error as ApiError);
  expect(refusal).toMatchObject({ message: "no", reason: "Invalid", code: 422, causes: [{ field: "spec.x" }] });
  await expect(refusing({ method: "GET", path: "/bare" })).rejects.toThrow("404 page not found");
});

test("no answer is said with its cause", async () => {
  const send = await against(() => undefined);
  server?.close();
  await expect(send({ method: "POST", path: "/", body: {} })).rejects.toThrow(/ECONNREFUSED/);
  await expect(send({ method: "POST", path: "/", body: {} })).rejects.toThrow(UnreachableError);
});
