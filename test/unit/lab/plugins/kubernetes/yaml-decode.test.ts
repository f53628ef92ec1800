import { expect, test } from "vitest";
import { yamlDecode } from "../../../../../lab/plugins/kubernetes/yaml-decode.ts";

const decode = (text: string) => yamlDecode({ values: { text }, secrets: [] }).values.result;

test("documents become objects, lists are opened, empty documents are none", () => {
  const text = `
kind: ConfigMap
metadata: { name: a }
---
---
kind: List
items:
  - kind: Secret
  - kind: Service
`;
  expect(decode(text)).toMatchObject([{ kind: "ConfigMap" }, { kind: "Secret" }, { kind: "Service" }]);
});

test("is read as kubectl reads it: octal modes, times as text", () => {
  expect(decode("kind: A\nmode: 0644\ntime: 2024-01-01T00:00:00Z")).toEqual([
    { kind: "A", mode: 420, time: "2024-01-01T00:00:00Z" },
  ]);
});

test("a text that is no YAML is refused with the place", () => {
  expect(() => decode("a: [")).toThrow(/kubernetes:yaml:decode:.*line/s);
});
