import { stackJsonSchema } from "../../config/json-schema.ts";
import { waivers } from "../../test/lab/judges/waivers.ts";
import { argumentRows } from "./arguments.ts";
import { keyRows, type Schema } from "./keys.ts";
import type { Sources } from "./sources.ts";
import { markdown, table } from "./table.ts";

/** What is generated between `<!-- name argument -->` and `<!-- /name -->`, by the name. */
const GENERATED: Record<string, (argument: string, sources: Sources) => string> = {
  args: (name, sources) => table("argument", argumentRows(sources, name)),
  keys: () => table("key", stackKeys()),
  waivers: () =>
    markdown(
      ["judge", "check", "reason"],
      waivers.map(({ judge, check, objects, reason }) => [
        judge,
        `\`${check}\`${objects ? ` of ${objects.join(", ")}` : ""}`,
        reason,
      ]),
    ),
};

const NAMES = Object.keys(GENERATED).join("|");
const SECTION = new RegExp(`(<!-- (${NAMES})(?: (\\w+))? -->\\n)(?:[^]*?\\n)??(<!-- /\\2 -->)`, "g");
const OPENED = new RegExp(`<!-- (?:${NAMES})\\b`, "g");
const CLOSED = new RegExp(`<!-- /(?:${NAMES}) -->`, "g");

/**
 * A page with its reference tables made anew: the arguments of a component from their docstrings, the keys of the stack
 * file from its schema, what outside judges are told to accept.
 *
 * @throws Error if a marker is not closed
 */
export function withReference(page: string, sources: Sources): string {
  const count = (marker: RegExp) => page.match(marker)?.length ?? 0;
  const sections = count(SECTION);
  if (count(OPENED) !== sections || count(CLOSED) !== sections)
    throw new Error("a <!-- … --> marker of a generated table is without its <!-- /… -->, or the other way round.");
  return page.replaceAll(SECTION, (_, open: string, name: string, argument: string, close: string) =>
    [open, GENERATED[name]!(argument, sources), "\n", close].join(""),
  );
}

function stackKeys() {
  const { properties } = stackJsonSchema() as { properties: { config: Schema } };
  return keyRows(properties.config).map((row) => ({ ...row, path: row.path.replace(/^slipway:/, "") }));
}
