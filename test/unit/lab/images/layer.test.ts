import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { execa } from "execa";
import { expect, test } from "vitest";
import { tarOf } from "../../../../lab/images/layer.ts";

test("the same files are the same bytes, whoever wrote them and when", async () => {
  const digestOf = async (umask: number, names: string[]): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "layer-"));
    await mkdir(join(folder, "sub"), { mode: 0o777 & ~umask });
    for (const name of names) await writeFile(join(folder, name), name);
    for (const name of names) await chmod(join(folder, name), 0o666 & ~umask);
    return createHash("sha256")
      .update(await buffer(tarOf({ folder })))
      .digest("hex");
  };
  expect(await digestOf(0o022, ["a", "sub/b"])).toBe(await digestOf(0o077, ["sub/b", "a"]));
});

test("a folder lands where its layer says, without what it leaves out, its links unharmed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "layer-"));
  await mkdir(join(folder, "src/test"), { recursive: true });
  await mkdir(join(folder, "test"));
  await writeFile(join(folder, "src/test/kept"), "");
  await writeFile(join(folder, "test/dropped"), "");
  await symlink("./src", join(folder, "link"));
  const tar = await buffer(tarOf({ folder, at: "usr/local/go", without: ["test"] }));
  const { stdout } = await execa("tar", ["--list", "--verbose"], { input: tar });
  expect(stdout).toContain("usr/local/go/src/test/kept");
  expect(stdout).toContain("usr/local/go/link -> ./src");
  expect(stdout).not.toContain("dropped");
});
