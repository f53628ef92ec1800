import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withReference } from "./reference/page.ts";
import { readSources } from "./reference/sources.ts";

/** Writes the reference tables of the pages; with `--check`, only tells whether the committed ones are up to date. */
const folder = import.meta.dirname;
const sources = readSources(join(folder, "../components"));

for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
  const file = join(folder, name);
  const page = readFileSync(file, "utf8");
  const current = withReference(page, sources);
  if (page === current) continue;
  if (!process.argv.includes("--check")) {
    writeFileSync(file, current);
  } else {
    process.stderr.write(`docs/${name} is out of date; run \`make generate\`.\n`);
    process.exitCode = 1;
  }
}
