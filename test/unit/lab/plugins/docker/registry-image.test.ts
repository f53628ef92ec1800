import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pushManifest } from "../../../../../lab/oci/push.ts";
import { getRegistryImage, readLogins } from "../../../../../lab/plugins/docker/registry-image.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";
import { startFakeRegistry, type FakeRegistry } from "../../oci/fake-registry.ts";

let registry: FakeRegistry;
let digest: string;
beforeEach(async () => {
  vi.stubEnv("DOCKER_CONFIG", await mkdtemp(join(tmpdir(), "docker-config-")));
  registry = await startFakeRegistry();
  digest = await pushManifest({ registry: registry.address, repository: "team/app" }, "1.0", "application/json", {});
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await registry.close();
});

test("a name answers with the digest that the registry has, by tag and by digest", async () => {
  for (const name of [`${registry.address}/team/app:1.0`, `${registry.address}/team/app@${digest}`]) {
    expect(await getRegistryImage({ name }, new Map())).toEqual({ id: digest, name, sha256Digest: digest });
  }
});

test("an image that does not exist is named, with its tag", async () => {
  const name = `${registry.address}/team/app:2.0`;
  await expect(getRegistryImage({ name }, new Map())).rejects.toThrow(
    `getRegistryImage: ${registry.address} has no image team/app:2.0`,
  );
});

test("the provider's registryAuth is used, whichever way its address is written, and its password is not shown", async () => {
  registry.login = "robot:canary";
  const name = `${registry.address}/team/app:1.0`;
  const auth = (password: string): string =>
    JSON.stringify([{ address: `https://${registry.address}/v2/`, username: "robot", password }]);
  expect(await getRegistryImage({ name }, readLogins(auth("canary")))).toMatchObject({ sha256Digest: digest });
  const refused = getRegistryImage({ name }, readLogins(auth("wrong-canary")));
  await expect(refused).rejects.toThrow(/answered 401/);
  await expect(refused).rejects.not.toThrow(/canary/);
});

test("no registryAuth, or one without a user, leaves it to docker login", () => {
  expect(readLogins(undefined).size).toBe(0);
  expect(readLogins(JSON.stringify([{ address: "ghcr.io" }])).size).toBe(0);
});

test("a name that is not known yet has a digest that is not known yet", async () => {
  expect(await getRegistryImage({ name: UNKNOWN }, new Map())).toMatchObject({ sha256Digest: UNKNOWN });
});

test("an unverified connection is only made to this machine", async () => {
  await expect(getRegistryImage({ name: "ghcr.io/a/b", insecureSkipVerify: true }, new Map())).rejects.toThrow(
    /does not talk to ghcr\.io without verifying it/,
  );
  const name = `${registry.address}/team/app:1.0`;
  expect(await getRegistryImage({ name, insecureSkipVerify: true }, new Map())).toMatchObject({ sha256Digest: digest });
});
