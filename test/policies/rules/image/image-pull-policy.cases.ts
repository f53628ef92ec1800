import { rule } from "../../../../policies/rules/image/image-pull-policy.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const BY_DIGEST = `orders@sha256:${"0f".repeat(32)}`;
const pull = (image: unknown, imagePullPolicy: unknown) => ({ image, imagePullPolicy });
const POLICY = ["imagePullPolicy"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...["orders", "orders:1.4", BY_DIGEST, UNKNOWN].flatMap((image) =>
      inEachList(`Always, ${image}`, pull(image, "Always")),
    ),
    ...["IfNotPresent", undefined].flatMap((policy) => inEachList(`${policy}, by digest`, pull(BY_DIGEST, policy))),
    ...["orders", "host:5000/orders:latest"].flatMap((image) =>
      inEachList(`Always by default, ${image}`, pull(image, undefined)),
    ),
  ],
  violating: [
    ...["IfNotPresent", undefined, "Never"].flatMap((policy) =>
      inEachList(`${policy}, by tag`, pull("orders:1.4", policy), POLICY),
    ),
    ...inEachList("Never, by digest", pull(BY_DIGEST, "Never"), POLICY),
    ...inEachList("IfNotPresent, latest", pull("orders", "IfNotPresent"), POLICY),
  ],
  unknown: [
    ...inEachList("the image", pull(UNKNOWN, undefined), POLICY),
    ...inEachList("the policy", pull("orders:1.4", UNKNOWN), POLICY),
  ],
  malformed: inEachList("a number", pull(7, "always"), POLICY),
};
