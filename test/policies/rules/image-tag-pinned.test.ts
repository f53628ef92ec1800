import { describe, expect, test } from "vitest";
import { rule } from "../../../policies/rules/image-tag-pinned.ts";
import { COMPLIES, found, UNKNOWN } from "../pods.ts";

const DIGEST = `sha256:${"0f".repeat(32)}`;
const pod = (image: unknown, list = "containers") => ({ [list]: [{ name: "app", image }] });

test.each([
  "nginx:1.29",
  "library/nginx:1.29",
  "localhost:5000/shop/orders:v1",
  "registry.example/shop/orders:latest-lts",
  `nginx@${DIGEST}`,
  `nginx:latest@${DIGEST}`,
  `localhost:5000/shop/orders:latest@${DIGEST}`,
])("%s is pinned", (image) => {
  expect(found(rule, pod(image))).toEqual(COMPLIES);
});

test.each([
  "nginx",
  "nginx:latest",
  "localhost:5000/shop/orders",
  "localhost:5000/shop/orders:latest",
  "registry.example/nginx",
  "", // Kubernetes would refuse it too
  "nginx:",
  "nginx@sha256:short",
  "UPPER/Case:1",
  " nginx:1",
  undefined,
  null,
  7,
  { name: "nginx:1" },
])("%j is not", (image) => {
  expect(found(rule, pod(image)).violations).toEqual(["containers[0].image"]);
});

describe.each(["initContainers", "containers", "ephemeralContainers"])("in %s", (list) => {
  test("an image without tag violates", () => {
    expect(found(rule, pod("nginx", list)).violations).toEqual([`${list}[0].image`]);
  });
  test("an unknown image is undetermined", () => {
    expect(found(rule, pod(UNKNOWN, list))).toEqual({ violations: [], undetermined: [`${list}[0].image`], passed: 0 });
  });
});

test("an unknown image does not hide the next one", () => {
  expect(found(rule, { containers: [{ image: UNKNOWN }, { image: "nginx" }] })).toMatchObject({
    violations: ["containers[1].image"],
    undetermined: ["containers[0].image"],
  });
});

describe("volumes that are images", () => {
  const volume = (image: unknown) => ({
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "model", image },
    ],
  });

  test("are pinned as well", () => {
    expect(found(rule, volume({ reference: "models/fraud:2026-11" }))).toEqual(COMPLIES);
    expect(found(rule, volume({ reference: "models/fraud" })).violations).toEqual(["volumes[1].image.reference"]);
    expect(found(rule, volume({})).violations).toEqual(["volumes[1].image.reference"]);
  });
  test("are undetermined while unknown, as is an unknown list of volumes", () => {
    expect(found(rule, volume({ reference: UNKNOWN })).undetermined).toEqual(["volumes[1].image.reference"]);
    expect(found(rule, { volumes: UNKNOWN }).undetermined).toEqual(["volumes[?].image.reference"]);
  });
});
