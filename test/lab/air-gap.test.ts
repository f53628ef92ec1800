import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBundle, type Bundle } from "../../components/image/bundle.ts";
import { stateAt, stateRoot } from "../../lab/state.ts";
import { forgetImages, PrivateRegistry } from "./air-gap/registry.ts";
import { Checkout } from "./checkout.ts";

const SOURCE = "localhost:5000/air-gap";
const state = stateAt(stateRoot());
/** What the lab's own registry stores of the images that this test builds. */
const sourceStorage = join(state.data, "registry/docker/registry/v2/repositories/air-gap");

const mirror = new PrivateRegistry(5001);
const checkout = new Checkout("air-gap");
const stack = (images: object) => `config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: ${JSON.stringify({ registry: SOURCE, ...images })}
  slipway:tenants: [{ name: air-gap }]
  slipway:services:
    - { name: orders, tenant: air-gap, build: { context: services/orders } }
`;
const airgap = (...args: string[]) =>
  execa(process.execPath, ["airgap/main.ts", ...args], { cwd: checkout.folder, reject: false, all: true });

beforeAll(async () => {
  checkout.writeStack(stack({ mirror: "localhost:5000" }));
  await mirror.start();
});
afterAll(async () => {
  await checkout.engine("destroy");
  mirror.stop();
  rmSync(sourceStorage, { recursive: true, force: true });
  checkout.remove();
});

test("before anything is built, a bundle is refused with the image and the command that builds it", async () => {
  const { exitCode, all } = await airgap("bundle", "--stack", "air-gap");
  expect(exitCode).toBe(1);
  expect(all).toMatch(/localhost:5000\/air-gap\/orders:\S+: .*not found; `make up STACK=air-gap` builds and pushes it/);
});

describe("where the registries can be reached", () => {
  test("the stack's images are built, and go into a bundle", async () => {
    expect(await checkout.engine("up")).toMatchObject({ exitCode: 0 });
    expect(await checkout.engine("destroy")).toMatchObject({ exitCode: 0 });
    const { exitCode, all } = await airgap("bundle", "--stack", "air-gap");
    expect(exitCode, all).toBe(0);
    expect(existsSync(join(checkout.folder, "slipway-bundle.tar"))).toBe(true);
  });
});

describe("where nothing but the bundle is", () => {
  let bundle: Bundle;
  const digestOf = (repository: string) =>
    bundle.images.find(({ reference }) => reference.includes(repository))!.digest;

  beforeAll(async () => {
    rmSync(sourceStorage, { recursive: true });
    await forgetImages(SOURCE, state.mountNamespace);
    rmSync(join(checkout.folder, "slipway-bundle.json"));
  });

  test("it fills an empty registry, and a second time finds everything there", async () => {
    const first = await airgap("mirror", "--target", mirror.name);
    expect(first.exitCode, first.all).toBe(0);
    bundle = readBundle(join(checkout.folder, "slipway-bundle.json"));
    expect(bundle.images).toHaveLength(2);
    for (const { digest } of bundle.images) expect(first.all).toContain(`MB  ${digest}`);
    const second = await airgap("mirror", "--target", mirror.name);
    for (const { digest } of bundle.images) expect(second.all).toContain(`is there  ${digest}`);
  });

  test("the stack comes up, every image from that registry and by the bundle's digest", async () => {
    checkout.writeStack(stack({ mirror: mirror.name, bundle: "slipway-bundle.json" }));
    const { exitCode, all } = await checkout.engine("up");
    expect(exitCode, all).toBe(0);
    expect(all).not.toContain("docker-build:index:Image");

    const pods = JSON.parse(await checkout.kubectl("-n", "air-gap", "get", "pods", "-o", "json")) as PodList;
    const declared = pods.items.flatMap(({ spec }) => spec.containers.map(({ image }) => image));
    const running = pods.items.flatMap(({ status }) => status.containerStatuses.map(({ imageID }) => imageID));
    const orders = `${mirror.name}/localhost_5000/air-gap/orders@${digestOf("air-gap/orders")}`;
    expect({ declared, running }).toEqual({ declared: [orders], running: [orders] });
  });

  test("the node fetched the image's content there", () => {
    const asked = mirror.askedByNode().filter((path) => path.startsWith("/v2/localhost_5000/air-gap/orders/"));
    expect(asked).toContainEqual(expect.stringContaining(`/manifests/${digestOf("air-gap/orders")}`));
    expect(asked).toContainEqual(expect.stringContaining("/blobs/sha256:"));
  });
});

interface PodList {
  items: { spec: { containers: { image: string }[] }; status: { containerStatuses: { imageID: string }[] } }[];
}
