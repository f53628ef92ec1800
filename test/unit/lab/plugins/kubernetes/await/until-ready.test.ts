import { expect, test } from "vitest";
import { NotReadyError, untilReady } from "../../../../../../lab/plugins/kubernetes/await/until-ready.ts";
import { READY, failed, waiting } from "../../../../../../lab/plugins/kubernetes/await/verdict.ts";
import type { Verdict } from "../../../../../../lab/plugins/kubernetes/await/verdict.ts";
import { Cluster } from "../../../../../../lab/plugins/kubernetes/cluster.ts";
import { UnreachableError } from "../../../../../../lab/plugins/kubernetes/errors.ts";
import type { KubernetesObject } from "../../../../../../lab/plugins/kubernetes/objects.ts";

const object: KubernetesObject = { apiVersion: "v1", kind: "Pod", metadata: { name: "web", namespace: "shop" } };

/** Waits with a verdict for each look; the last one holds. An error is thrown by the API server instead. */
function waitThrough(looks: (Verdict | Error)[], { timeout = 5, signal = new AbortController().signal } = {}) {
  let look = -1;
  const said: string[] = [];
  const send = ({ path }: { path: string }) => {
    if (path === "/api/v1")
      return Promise.resolve({ body: { resources: [{ name: "pods", kind: "Pod", namespaced: true }] }, warnings: [] });
    look = Math.min(look + 1, looks.length - 1);
    const seen = looks[look];
    return seen instanceof Error ? Promise.reject(seen) : Promise.resolve({ body: object, warnings: [] });
  };
  const result = untilReady({
    cluster: new Cluster(send),
    object,
    before: undefined,
    wait: { timeout, evaluate: () => looks[look] as Verdict },
    timeout,
    log: {
      debug: () => undefined,
      info: () => undefined,
      warning: () => undefined,
      status: (message) => said.push(message),
    },
    signal,
  });
  return { result, said };
}

test("tells each step, and clears it at the end", async () => {
  const { result, said } = waitThrough([waiting("one"), waiting("two"), READY]);
  await expect(result).resolves.toEqual(object);
  expect(said).toEqual(["one", "two", ""]);
});

test("an API server that does not answer for a while is no failure of the object", async () => {
  const { result } = waitThrough([new UnreachableError("restarting"), READY]);
  await expect(result).resolves.toEqual(object);
});

test("a failure ends the wait at once, the timeout later, each with what was waited for", async () => {
  await expect(waitThrough([waiting("x"), failed("broken")]).result).rejects.toThrow(
    "Pod shop/web is not ready: broken",
  );
  await expect(waitThrough([waiting("x")], { timeout: 0.1 }).result).rejects.toThrow(
    "Pod shop/web is not ready: timed out after 0.1 s: x",
  );
});

test("a cancelled wait ends at once and keeps the object", async () => {
  const stop = new AbortController();
  const { result } = waitThrough([waiting("x")], { timeout: 60, signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  const error = await result.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(NotReadyError);
  expect((error as NotReadyError).live).toEqual(object);
  expect((error as NotReadyError).message).toContain("cancelled");
});
