import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBundle, type Bundle } from "../../components/image/bundle.ts";
import { labImages } from "../../lab/images/index.ts";
import { stateAt, stateRoot } from "../../lab/state.ts";
import { forgetImages, PrivateRegistry } from "./air-gap/registry.ts";
import { Checkout } from "./checkout.ts";

const SOURCE = "localhost:5000/air-gap";
/** An image that somebody else makes and that runs in the stack's pods; the lab has it in its registry. */
const THIRD_PARTY = `coredns/coredns:${labImages.coredns.tag}`;
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
    - name: orders
      tenant: air-gap
      build: { context: services/orders }
      initContainers: [{ name: others, image: "${THIRD_PARTY}", args: [-version] }]
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
    expect(bundle.images).toHaveLength(3);
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
    const declared = pods.items.flatMap(({ spec }) => [...spec.initContainers, ...spec.containers]);
    const ran = pods.items.flatMap(({ status }) => [...status.initContainerStatuses, ...status.containerStatuses]);
    const expected = [
      `${mirror.name}/coredns/coredns@${digestOf("coredns/coredns")}`,
      `${mirror.name}/localhost_5000/air-gap/orders@${digestOf("air-gap/orders")}`,
    ];
    expect(declared.map(({ image }) => image)).toEqual(expected);
    // The node's own DNS runs one of them, under another name: containerd tells the first that it knows.
    expect(ran.map(({ imageID }) => imageID.split("@")[1])).toEqual(expected.map((name) => name.split("@")[1]));
  });

  test("the node asked there for both, and fetched what it did not have", () => {
    const asked = mirror.askedByNode();
    expect(asked).toContainEqual(`/v2/coredns/coredns/manifests/${digestOf("coredns/coredns")}`);
    expect(asked).toContainEqual(`/v2/localhost_5000/air-gap/orders/manifests/${digestOf("air-gap/orders")}`);
    expect(asked).toContainEqual(expect.stringMatching("^/v2/localhost_5000/air-gap/orders/blobs/sha256:"));
  });
});

interface PodList {
  items: {
    spec: Record<"initContainers" | "containers", { image: string }[]>;
    status: Record<"initContainerStatuses" | "containerStatuses", { imageID: string }[]>;
  }[];
}
