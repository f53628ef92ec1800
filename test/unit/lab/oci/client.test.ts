import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { dockerLogin } from "../../../../lab/oci/auth.ts";
import { getManifest, repositoryUrl, resolveDigest } from "../../../../lab/oci/client.ts";
import { pushManifest } from "../../../../lab/oci/push.ts";
import { parseReference } from "../../../../lab/oci/reference.ts";
import { startFakeRegistry, type FakeRegistry } from "./fake-registry.ts";

let registry: FakeRegistry | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await registry?.close();
  registry = undefined;
});

async function registryWithImage(options?: { login: string }): Promise<{ name: string; digest: string }> {
  registry = await startFakeRegistry();
  const digest = await pushManifest({ registry: registry.address, repository: "team/app" }, "1.0", "application/json", {
    a: 1,
  });
  Object.assign(registry, options);
  return { name: `${registry.address}/team/app`, digest };
}

test("a tag resolves to the digest of what was pushed under it, and the digest to itself", async () => {
  const { name, digest } = await registryWithImage();
  expect(await resolveDigest(parseReference(`${name}:1.0`))).toBe(digest);
  expect(await resolveDigest(parseReference(`${name}@${digest}`))).toBe(digest);
  expect(await getManifest(parseReference(`${name}:1.0`))).toEqual({ digest, content: { a: 1 } });
});

test("an image that is not there is undefined, not an error", async () => {
  const { name } = await registryWithImage();
  expect(await resolveDigest(parseReference(`${name}:2.0`))).toBeUndefined();
  expect(await getManifest(parseReference(`${name}:2.0`))).toBeUndefined();
});

test("a registry that asks for a login gets a token with the right one, and refuses the wrong one by name", async () => {
  const { name, digest } = await registryWithImage({ login: "robot:pass:word" });
  const reference = parseReference(`${name}:1.0`);
  expect(await resolveDigest(reference, { username: "robot", password: "pass:word" })).toBe(digest);
  const wrong = resolveDigest(reference, { username: "robot", password: "guessed" });
  await expect(wrong).rejects.toThrow(/answered 401 for team\/app/);
  await expect(wrong).rejects.not.toThrow(/guessed/);
});

test("a registry that is not there is one sentence with its name", async () => {
  const { name } = await registryWithImage();
  await registry?.close();
  registry = undefined;
  await expect(resolveDigest(parseReference(`${name}:1.0`))).rejects.toThrow(/registry localhost:\d+ does not answer/);
});

test("Docker Hub's API is at a host of its own, and only local registries go without TLS", () => {
  expect(repositoryUrl(parseReference("golang"))).toBe("https://registry-1.docker.io/v2/library/golang");
  expect(repositoryUrl(parseReference("localhost:5000/a/b"))).toBe("http://localhost:5000/v2/a/b");
});

test("docker login is honoured, with a colon in the password, and no login is not an error", async () => {
  const folder = await mkdtemp(join(tmpdir(), "docker-config-"));
  vi.stubEnv("DOCKER_CONFIG", folder);
  expect(await dockerLogin("ghcr.io")).toBeUndefined();
  const auth = Buffer.from("me:a:b").toString("base64");
  await writeFile(
    join(folder, "config.json"),
    JSON.stringify({ auths: { "https://index.docker.io/v1/": { auth }, "ghcr.io": {} } }),
  );
  expect(await dockerLogin("docker.io")).toEqual({ username: "me", password: "a:b" });
  expect(await dockerLogin("ghcr.io")).toBeUndefined();
});
