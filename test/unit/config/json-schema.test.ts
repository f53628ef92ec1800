import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stackJsonSchema } from "../../../config/json-schema.ts";

test("every key has its prefix, a description and no room for typing errors", () => {
  const { properties } = stackJsonSchema() as {
    properties: { config: { properties: Record<string, { description?: string }>; additionalProperties: boolean } };
  };
  const { config } = properties;
  expect(config.additionalProperties).toBe(false);
  for (const [key, { description }] of Object.entries(config.properties)) {
    expect(key).toMatch(/^slipway:/);
    expect(description, key).toBeTruthy();
  }
});

test("editors know that a stack has either one cluster or several", () => {
  expect(stackJsonSchema()).toMatchObject({
    properties: { config: { oneOf: [{ required: ["slipway:cluster"] }, { required: ["slipway:clusters"] }] } },
  });
});

test.each(["dev", "prod"])("Pulumi.%s.yaml tells the editor which schema it follows", (stack) => {
  expect(readFileSync(`Pulumi.${stack}.yaml`, "utf8")).toMatch(
    /^# yaml-language-server: \$schema=config\/stack\.schema\.json$/m,
  );
});

test("a secret is an encrypted value, in the form that Pulumi writes", () => {
  const { properties } = stackJsonSchema() as {
    properties: { config: { properties: Record<string, { additionalProperties?: object }> } };
  };
  expect(properties.config.properties["slipway:secrets"]?.additionalProperties).toMatchObject({
    type: "object",
    required: ["secure"],
    additionalProperties: false,
  });
});
