import { Provider } from "@pulumi/docker/provider.js";
import { getRegistryImage } from "@pulumi/docker/getRegistryImage.js";
import { expect, test } from "vitest";
import { labImageReference } from "../../../lab/images/index.ts";
import { resolveDigest } from "../../../lab/oci/client.ts";
import { parseReference } from "../../../lab/oci/reference.ts";
import { failureOf, stackOf } from "./engine.ts";

test("an image of the lab's registry is resolved to the digest that is there", async () => {
  const name = labImageReference("pause");
  const stack = await stackOf(async () => ({ digest: (await getRegistryImage({ name })).sha256Digest }));
  const { outputs } = await stack.up();
  expect(outputs.digest?.value).toBe(await resolveDigest(parseReference(name)));
});

test("a provider with a login of its own answers as well", async () => {
  const name = labImageReference("pause");
  const stack = await stackOf(async () => {
    const registryAuth = [{ address: "localhost:5000", username: "somebody", password: "something" }];
    const provider = new Provider("with-login", { registryAuth });
    return { digest: (await getRegistryImage({ name }, { provider })).sha256Digest };
  });
  const { outputs } = await stack.up();
  expect(outputs.digest?.value).toMatch(/^sha256:/);
  await stack.destroy();
});

test("an image that does not exist fails with its name", async () => {
  const name = "localhost:5000/slipway/no-such-image:1";
  const stack = await stackOf(async () => ({ digest: (await getRegistryImage({ name })).sha256Digest }));
  expect(await failureOf(stack.preview())).toContain("localhost:5000 has no image slipway/no-such-image:1");
});
