import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withReference } from "../../../docs/reference/page.ts";
import { readSources } from "../../../docs/reference/sources.ts";

const root = join(import.meta.dirname, "../../..");
const sources = readSources(join(root, "components"));
const pages = readdirSync(join(root, "docs"))
  .filter((file) => file.endsWith(".md"))
  .map((file) => ({ file, text: readFileSync(join(root, "docs", file), "utf8") }));

test("there are components to document", () => {
  expect(sources.components.map(({ name }) => name)).toEqual(expect.arrayContaining(["Service", "Environment"]));
});

describe.each(sources.components)("$name", ({ name }) => {
  const page = pages.find(({ text }) => text.includes(`<!-- args ${name}Args -->`));

  test("has a page: usage, every argument with its default, what it creates, what it costs", () => {
    expect(page, `no page in docs/ holds <!-- args ${name}Args -->`).toBeDefined();
    expect(page?.text).toMatch(new RegExp(`\`\`\`ts\\n(?:(?!\`\`\`)[^])*new ${name}\\(`));
    for (const section of ["**Creates**", "**Costs**"])
      expect(
        page?.text.split("\n").some((line) => line.startsWith(section)),
        section,
      ).toBe(true);
  });
  test("says what each argument means", () => {
    const table = page?.text.split(`<!-- args ${name}Args -->`)[1]?.split("<!-- /args -->")[0] ?? "";
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => / \|\s*\|$/.test(row))).toEqual([]);
  });
});

/** What others build their policies with; it makes no resource of its own. */
const WITHOUT_PAGE = ["network"];
const folders = readdirSync(join(root, "components"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(folders.map(({ name }) => name).filter((name) => !WITHOUT_PAGE.includes(name)))(
  "components/%s has a page under its name: usage, what it creates, what it costs",
  (name) => {
    const lines = pages.find(({ file }) => file === `${name}.md`)?.text.split("\n") ?? [];
    expect(lines.some((line) => line === "```ts" || line === "```yaml")).toBe(true);
    for (const section of ["**Creates**", "**Costs**"])
      expect(
        lines.some((line) => line.startsWith(section)),
        section,
      ).toBe(true);
  },
);

test("the page of the stack file names every key", () => {
  const page = pages.find(({ file }) => file === "stack-file.md")?.text ?? "";
  for (const key of ["environment", "services[].replicas", "tenants[].quota.limitsCpu"])
    expect(page).toContain(`| \`${key}\` |`);
});

test("generated tables are as the sources have them now", () => {
  for (const { file, text } of pages)
    expect(withReference(text, sources), `docs/${file}: run make generate`).toBe(text);
});

test("a marker that is not closed is an error, not a page without a table", () => {
  expect(() => withReference("<!-- args ServiceArgs -->\nNo end.", sources)).toThrow(/without its/);
});
