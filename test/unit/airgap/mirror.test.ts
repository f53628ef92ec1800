import { expect, test } from "vitest";
import { fillMirror } from "../../../airgap/mirror.ts";
import { fakeImage, fakeOras, silent } from "./fixture.ts";

const image = (reference: string) => ({ ...fakeImage(reference, ["linux/amd64"]), reference, platforms: [], size: 1 });
const images = [
  image("docker.io/library/golang:1"),
  image("ghcr.io/acme/tool:2"),
  image("localhost:5000/slipway/orders:3"),
];
const bundle = { file: "bundle.json", images };
const fill = (registries: Parameters<typeof fakeOras>[0], change = (it: ReturnType<typeof fakeOras>) => it) => {
  const { oras, pushed } = change(fakeOras(registries));
  return fillMirror(bundle, { oras, archive: "bundle.tar", target: "mirror:5001", progress: silent }).then(
    () => pushed,
  );
};

const names = [
  "mirror:5001/library/golang:1",
  "mirror:5001/ghcr.io/acme/tool:2",
  "mirror:5001/localhost_5000/slipway/orders:3",
];

test("pushes each image under the name that the mirror rewrite gives it, and a second time nothing", async () => {
  const registries = {};
  expect(await fill(registries)).toEqual(names);
  expect(await fill(registries)).toEqual([]);
});

test("a tag that stands for something else is moved to the bundle's image", async () => {
  expect(await fill({ [names[0]!]: fakeImage("older", ["linux/amd64"]) })).toEqual(names);
});

test("a registry that keeps another digest than it was given is not trusted", async () => {
  const lying = (fake: ReturnType<typeof fakeOras>) => ({
    ...fake,
    oras: { ...fake.oras, resolve: () => Promise.resolve({ digest: "sha256:other" }) },
  });
  await expect(fill({}, lying)).rejects.toThrow(
    /golang:1: should be sha256:[0-9a-f]+, and mirror:5001 answers sha256:other/,
  );
});
