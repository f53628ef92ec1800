import { rule } from "../../../../policies/rules/image/image-digest-pinned.ts";
import { resource, type RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const DIGEST = `sha256:${"0f".repeat(32)}`;
const volume = (reference: unknown) => pod({ volumes: [{ name: "model", image: { reference } }] });

const build = (outputs: object) =>
  resource("docker-build:index:Image", { tags: ["host:5000/orders:1a2b"], ...outputs }, "build");
const deployed = pod({ containers: [{ image: "host:5000/orders:1a2b" }] });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...[`orders@${DIGEST}`, `host:5000/shop/orders:1.4@${DIGEST}`].flatMap((image) => inEachList(image, { image })),
    { it: "a volume", given: volume(`models/fraud@${DIGEST}`) },
  ],
  violating: [
    ...["orders", "orders:1.4", "host:5000/orders", undefined].flatMap((image) =>
      inEachList(String(image), { image }, ["image"]),
    ),
    {
      it: "one that it has built",
      given: [deployed, build({ digest: DIGEST })],
      finds: ["orders: spec.containers[0].image"],
    },
    { it: "a volume", given: volume("models/fraud:1"), finds: ["spec.volumes[0].image.reference"] },
  ],
  unknown: [
    {
      it: "an image that the stack has yet to build",
      given: [deployed, build({})],
      finds: ["orders: spec.containers[0].image"],
    },
    ...inEachList("the image", { image: UNKNOWN }, ["image"]),
    { it: "the volumes", given: pod({ volumes: UNKNOWN }), finds: ["spec.volumes[?].image.reference"] },
  ],
  malformed: ["orders@sha256:0f", `orders@${DIGEST.toUpperCase()}`, 7].flatMap((image) =>
    inEachList(String(image), { image }, ["image"]),
  ),
};
