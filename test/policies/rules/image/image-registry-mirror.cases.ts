import { rule } from "../../../../policies/rules/image/image-registry-mirror.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const volume = (image: unknown) => pod({ volumes: [{ name: "model", image }] });
const VOLUME = "spec.volumes[0].image.reference";

export const cases: RuleCases = {
  rule,
  settings: { registries: ["mirror.internal/all", "registry.internal:5000/slipway"] },
  compliant: [
    ...["mirror.internal/all/library/nginx:1", "registry.internal:5000/slipway/orders:1"].flatMap((image) =>
      inEachList(image, { image }),
    ),
    { it: "a volume", given: volume({ reference: "mirror.internal/all/models/fraud:1" }) },
  ],
  violating: [
    ...[
      "nginx:1",
      "docker.io/library/nginx:1",
      "mirror.internal/alliance/nginx:1",
      "mirror.internal/nginx:1",
      "evil.example/mirror.internal/all/nginx:1",
      undefined,
    ].flatMap((image) => inEachList(String(image), { image }, ["image"])),
    { it: "a volume", given: volume({ reference: "models/fraud:1" }), finds: [VOLUME] },
  ],
  unknown: [
    ...inEachList("the image", { image: UNKNOWN }, ["image"]),
    { it: "a volume's", given: volume({ reference: UNKNOWN }), finds: [VOLUME] },
  ],
  malformed: [7, { name: "mirror.internal/all/nginx:1" }, ""].flatMap((image) =>
    inEachList(JSON.stringify(image), { image }, ["image"]),
  ),
};
