import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withRuleTable } from "../../policies/docs.ts";
import { table } from "../../policies/rules/index.ts";

const page = readFileSync(new URL("../../docs/policies.md", import.meta.url), "utf8");

test("the page's table is the rules'", () => {
  expect(withRuleTable(page, table)).toBe(page);
});

test("a rule that is new, gone or changed makes it stale; the text around it stays", () => {
  const shorter = withRuleTable(page, table.slice(1));
  expect(shorter).not.toBe(page);
  expect(shorter).not.toContain(`\`${table[0]?.name}\`](`);
  expect(withRuleTable(shorter, table)).toBe(page);
});

test("a page without its markers is an error that names them", () => {
  expect(() => withRuleTable("# Policies", table)).toThrow(/docs\/policies\.md: the lines <!-- rules/);
});
