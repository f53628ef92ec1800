import { rule } from "../../../../policies/rules/image/image-tag-pinned.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const DIGEST = `sha256:${"0f".repeat(32)}`;
const volume = (image: unknown) =>
  pod({
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "model", image },
    ],
  });
const VOLUME = "spec.volumes[1].image.reference";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...[
      "nginx:1.29",
      "library/nginx:1.29",
      "localhost:5000/shop/orders:v1",
      "registry.example/shop/orders:latest-lts",
      `nginx@${DIGEST}`,
      `nginx:latest@${DIGEST}`,
      `localhost:5000/shop/orders:latest@${DIGEST}`,
    ].flatMap((image) => inEachList(image, { image })),
    { it: "a volume", given: volume({ reference: "models/fraud:2026-11" }) },
  ],
  violating: [
    ...[
      "nginx",
      "nginx:latest",
      "localhost:5000/shop/orders",
      "localhost:5000/shop/orders:latest",
      "registry.example/nginx",
      undefined,
      null,
    ].flatMap((image) => inEachList(String(image), { image }, ["image"])),
    { it: "a volume", given: volume({ reference: "models/fraud" }), finds: [VOLUME] },
    { it: "a volume of no image", given: volume({}), finds: [VOLUME] },
  ],
  unknown: [
    ...inEachList("the image", { image: UNKNOWN }, ["image"]),
    { it: "a volume's", given: volume({ reference: UNKNOWN }), finds: [VOLUME] },
    { it: "the volumes", given: pod({ volumes: UNKNOWN }), finds: ["spec.volumes[?].image.reference"] },
  ],
  malformed: ["", "nginx:", "nginx@sha256:short", "UPPER/Case:1", " nginx:1", 7, { name: "nginx:1" }].flatMap((image) =>
    inEachList(JSON.stringify(image), { image }, ["image"]),
  ),
};
