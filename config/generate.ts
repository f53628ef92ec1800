import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { stackJsonSchema } from "./json-schema.ts";

const FILE = new URL("stack.schema.json", import.meta.url);

/** Writes the JSON Schema of the stack file; with `--check`, only tells whether the committed one is up to date. */
const schema = await format(JSON.stringify(stackJsonSchema()), { parser: "json", printWidth: 120 });

if (!process.argv.includes("--check")) {
  writeFileSync(FILE, schema);
} else if (readFileSync(FILE, "utf8") !== schema) {
  process.stderr.write("config/stack.schema.json is out of date; run `make generate`.\n");
  process.exitCode = 1;
}
