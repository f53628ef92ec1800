import { expect, test } from "vitest";
import { objectOf } from "../../../../../lab/plugins/kubernetes/apply.ts";
import { normalise } from "../../../../../lab/plugins/kubernetes/normalise.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";

test("a Secret's stringData becomes data, over data of the same key, and unknown where either is", () => {
  const secret = { kind: "Secret", data: { a: "b2xk", b: "Yg==" }, stringData: { a: "new" } };
  expect(normalise(secret)).toEqual({ kind: "Secret", data: { a: "bmV3", b: "Yg==" } });
  expect(normalise({ kind: "Secret", stringData: UNKNOWN })).toEqual({ kind: "Secret", data: UNKNOWN });
  expect(normalise({ kind: "Secret", data: UNKNOWN, stringData: { a: "b" } })).toEqual({
    kind: "Secret",
    data: UNKNOWN,
  });
});

test("the schema extensions of a definition get their dashes back, and no other object's names are touched", () => {
  const spec = { versions: [{ schema: { x_kubernetes_preserve_unknown_fields: true, properties: { x_other: {} } } }] };
  expect(normalise({ kind: "CustomResourceDefinition", spec })).toEqual({
    kind: "CustomResourceDefinition",
    spec: { versions: [{ schema: { "x-kubernetes-preserve-unknown-fields": true, properties: { x_other: {} } } }] },
  });
  const custom = { kind: "Thing", spec: { x_kubernetes_y: 1 } };
  expect(normalise(custom)).toBe(custom);
});

test("an object is sent without absent and null values", () => {
  expect(objectOf({ kind: "A", spec: { a: null, b: undefined, c: [{ d: null, e: false }] } })).toEqual({
    kind: "A",
    spec: { c: [{ e: false }] },
  });
});
