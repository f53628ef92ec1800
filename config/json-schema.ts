import { z } from "zod";
import { stackSchema } from "./schema/index.ts";

/**
 * JSON Schema of a stack file, for editors: every key with its `slipway:` prefix under `config`. Keys of other
 * namespaces (`pulumi:`, provider configuration) stay open, for they are not ours to check.
 * @see https://github.com/pulumi/pulumi/issues/15423 (Pulumi has none for the values of a stack)
 */
export function stackJsonSchema(): object {
  const { $schema, properties, required } = z.toJSONSchema(stackSchema, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // zod leaves these out where a value is transformed when it is read; they are written as a user would.
      const { def } = zodSchema._zod;
      if (def.type === "default") jsonSchema.default ??= def.defaultValue;
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (examples) jsonSchema.examples ??= examples as unknown[];
    },
  });
  const prefixed = Object.entries(properties ?? {}).map(([key, schema]) => [`slipway:${key}`, schema]);
  return {
    $schema,
    title: "Slipway stack file",
    type: "object",
    required: ["config"],
    properties: {
      config: {
        type: "object",
        required: (required ?? []).map((key) => `slipway:${key}`),
        oneOf: ["cluster", "clusters"].map((key) => ({ required: [`slipway:${key}`] })),
        properties: Object.fromEntries(prefixed) as object,
        patternProperties: { "^(?!slipway:)": {} },
        additionalProperties: false,
      },
    },
  };
}
