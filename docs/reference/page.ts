import { stackJsonSchema } from "../../config/json-schema.ts";
import { argumentRows } from "./arguments.ts";
import { keyRows, type Schema } from "./keys.ts";
import type { Sources } from "./sources.ts";
import { table } from "./table.ts";

/** `<!-- args ServiceArgs -->` … `<!-- /args -->`: between the two stands what is generated. */
const ARGUMENTS = /(<!-- args (\w+) -->\n)(?:[^]*?\n)??(<!-- \/args -->)/g;
const KEYS = /(<!-- keys -->\n)(?:[^]*?\n)??(<!-- \/keys -->)/g;

/**
 * A page with its reference tables made anew: the arguments of a component from their docstrings, the keys of the stack
 * file from its schema.
 *
 * @throws Error naming a marker that is not closed
 */
export function withReference(page: string, sources: Sources): string {
  const filled = page
    .replaceAll(ARGUMENTS, (_, open: string, name: string, close: string) =>
      [open, table("argument", argumentRows(sources, name)), "\n", close].join(""),
    )
    .replaceAll(KEYS, (_, open: string, close: string) => [open, table("key", stackKeys()), "\n", close].join(""));
  for (const marker of ["args", "keys"]) {
    const [opened, closed] = [new RegExp(`<!-- ${marker}\\b`, "g"), new RegExp(`<!-- /${marker} -->`, "g")];
    if ((filled.match(opened) ?? []).length !== (filled.match(closed) ?? []).length)
      throw new Error(`<!-- ${marker} … -->: without its <!-- /${marker} -->, or the other way round.`);
  }
  return filled;
}

function stackKeys() {
  const { properties } = stackJsonSchema() as { properties: { config: Schema } };
  return keyRows(properties.config).map((row) => ({ ...row, path: row.path.replace(/^slipway:/, "") }));
}
