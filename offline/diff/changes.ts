import { readdirSync, readFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** An object that two renderings do not have in common. */
export interface Change {
  kind: "added" | "removed" | "changed";
  /** Its file in the renderings, `<namespace>/<kind>-<name>`. */
  object: string;
  /** Unified diff, without the names of files. */
  diff: string;
}

/** What differs between two rendered folders, in the order of the objects' names. */
export async function changes(base: string, head: string): Promise<Change[]> {
  const [before, after] = [rendered(base), rendered(head)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differing = paths.filter((path) => before.get(path) !== after.get(path));
  return Promise.all(
    differing.map(async (path) => {
      const kind = !before.has(path) ? "added" : !after.has(path) ? "removed" : "changed";
      const sides = [before.has(path) ? join(base, path) : devNull, after.has(path) ? join(head, path) : devNull];
      return { kind, object: path.replace(/\.yaml$/, ""), diff: await unified(sides) };
    }),
  );
}

function rendered(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

/** Git is there already, and what it prints is what reviewers read every day. Nobody's settings change it. */
async function unified(sides: string[]): Promise<string> {
  const options = ["--no-index", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=3"];
  const { stdout } = await execa("git", ["diff", ...options, "--", ...sides], { reject: false });
  return stdout.slice(stdout.indexOf("\n@@") + 1);
}
