import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isMap, parseDocument, visit } from "yaml";

const folder = mkdtempSync(join(tmpdir(), "slipway-render-"));
const SHUFFLED = "Pulumi.shuffled.yaml";
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(SHUFFLED, { force: true });
});

function render(stack: string, place: Record<string, string>): Record<string, string> {
  const out = mkdtempSync(join(folder, "out-"));
  const env = { PATH: "/usr/bin:/bin", HOME: folder, ...place };
  const { status, stderr } = spawnSync(
    process.execPath,
    ["offline/main.ts", "render", "--stack", stack, "--out", out],
    {
      encoding: "utf8",
      env,
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(out, file), "utf8")]));
}

/** The same stack file with the keys of every map in the opposite order. */
function shuffled(stack: string): string {
  const document = parseDocument(readFileSync(`Pulumi.${stack}.yaml`, "utf8"));
  visit(document, { Map: (_, map) => void (isMap(map) && map.items.reverse()) });
  return document.toString();
}

describe.each(["dev", "prod"])("%s", (stack) => {
  const here = { TZ: "UTC", LC_ALL: "C" };
  const there = { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" };
  const rendered = render(stack, here);

  test("renders to the same bytes in another place, and whatever the order of keys in its file", () => {
    writeFileSync(SHUFFLED, shuffled(stack));
    expect(render(stack, there)).toEqual(rendered);
    expect(render("shuffled", there)).toEqual(rendered);
  });

  test("every object has a name, and so no random one", () => {
    for (const [file, yaml] of Object.entries(rendered)) {
      const name = parseDocument(yaml).getIn(["metadata", "name"]);
      expect(file).toMatch(new RegExp(`/[a-z0-9]+-${String(name)}\\.yaml$`));
    }
  });

  test("what belongs to no namespace comes first", () => {
    const [first] = Object.keys(rendered).sort();
    expect(first).toMatch(/^_cluster\//);
  });
});
