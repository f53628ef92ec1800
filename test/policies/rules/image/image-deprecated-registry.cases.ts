import { rule } from "../../../../policies/rules/image/image-deprecated-registry.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    "registry.k8s.io/pause:3.10",
    "nginx",
    "k8s.gcr.io.example.com/pause",
    "gcr.io/distroless/static",
  ].flatMap((image) => inEachList(image, { image })),
  violating: ["k8s.gcr.io/pause:3.2", "gcr.io/google_containers/pause", "docker.pkg.github.com/a/b/c:1"].flatMap(
    (image) => inEachList(image, { image }, ["image"]),
  ),
  unknown: inEachList("the image", { image: UNKNOWN }, ["image"]),
  malformed: inEachList("a number", { image: 7 }),
};
