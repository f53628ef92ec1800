import { expect, test } from "vitest";
import { keyRows } from "../../../../docs/reference/keys.ts";

test("each key has its path, type, default and an example where the type does not show one", () => {
  const rows = keyRows({
    required: ["name", "mode"],
    properties: {
      name: { type: "string", description: "Who.", examples: ["orders"] },
      mode: { enum: ["a", "b"], description: "How.", examples: ["a"] },
      port: { type: "integer", default: 8080, description: "Where.", examples: [8080] },
      size: { type: ["string", "number"], description: "How much. Default: all that is left." },
    },
  });
  expect(rows).toEqual([
    { path: "name", type: "string", default: "required", meaning: "Who. Example: `orders`." },
    { path: "mode", type: "a | b", default: "required", meaning: "How." },
    { path: "port", type: "integer", default: "`8080`", meaning: "Where." },
    { path: "size", type: "string | number", default: "all that is left", meaning: "How much." },
  ]);
});

test("what a key holds stands below it: of lists, maps and alternatives", () => {
  const leaf = { type: "object", properties: { leaf: { type: "string" } } };
  const rows = keyRows({
    properties: {
      list: { type: "array", items: leaf },
      map: { type: "object", additionalProperties: leaf },
      either: { anyOf: [{ type: "string" }, leaf] },
    },
  });
  expect(rows.map(({ path, type }) => `${path}: ${type}`)).toEqual([
    "list: list of object",
    "list[].leaf: string",
    "map: map of object",
    "map.<name>.leaf: string",
    "either: string | object",
    "either.leaf: string",
  ]);
});
