import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changes } from "../../../../offline/diff/changes.ts";
import { report } from "../../../../offline/diff/report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slipway-changes-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function rendering(name: string, files: Record<string, string>): string {
  mkdirSync(join(folder, name));
  for (const [path, yaml] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, yaml);
  }
  return join(folder, name);
}

const found = () =>
  changes(
    rendering("base", {
      "_cluster/namespace-shop.yaml": "kind: Namespace\n",
      "shop/deployment-orders.yaml": "kind: Deployment\nspec:\n  replicas: 2\n",
      "shop/service-old.yaml": "kind: Service\n",
    }),
    rendering("head", {
      "_cluster/namespace-shop.yaml": "kind: Namespace\n",
      "shop/deployment-orders.yaml": "kind: Deployment\nspec:\n  replicas: 3\n",
      "shop/service-new.yaml": "kind: Service\nspec: {}\n",
    }),
  );

test("names what was added, removed and changed, each with its unified diff, and nothing that stayed", async () => {
  expect(await found()).toEqual([
    {
      kind: "changed",
      object: "shop/deployment-orders",
      diff: "@@ -1,3 +1,3 @@\n kind: Deployment\n spec:\n-  replicas: 2\n+  replicas: 3",
    },
    { kind: "added", object: "shop/service-new", diff: "@@ -0,0 +1,2 @@\n+kind: Service\n+spec: {}" },
    { kind: "removed", object: "shop/service-old", diff: "@@ -1 +0,0 @@\n-kind: Service" },
  ]);
});

const base = { ref: "main", commit: "0123abc" };

test("a terminal gets a count and each object under its sign", async () => {
  const text = report("prod", base, await found(), "text");
  expect(text).toMatch(/^prod: 1 added, 1 changed, 1 removed since main \(0123abc\)\n/);
  for (const line of ["~ shop/deployment-orders", "+ shop/service-new", "- shop/service-old", "+  replicas: 3"])
    expect(text.split("\n")).toContain(line);
});

test("a pull request gets sections that fold, whatever fences a manifest holds", () => {
  const fenced = [{ kind: "added" as const, object: "shop/configmap-readme", diff: "+```\n+echo\n+```" }];
  const markdown = report("prod", base, fenced, "markdown");
  expect(markdown).toContain("### prod: 1 added since main (0123abc)");
  expect(markdown).toContain("<summary><code>+ shop/configmap-readme</code></summary>\n\n````diff\n+```\n");
});

test("no change is said in one line", () => {
  expect(report("dev", base, [], "text")).toBe("dev: no object changed since main (0123abc)\n");
});
