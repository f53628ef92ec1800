import { mkdir, readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prune } from "../../../../lab/tools/prune.ts";
import { temporaryFolder } from "./fixture.ts";

const days = 24 * 3_600_000;

test("only other builds of the same tool go, and only when nobody used them for 30 days", async () => {
  const root = await temporaryFolder();
  const add = async (name: string, age: number) => {
    await mkdir(join(root, name, "bin"), { recursive: true });
    const used = new Date(Date.now() - age * days);
    await utimes(join(root, name), used, used);
  };
  const [current, recent, old] = ["a", "b", "c"].map((digit) => `pulumi-${digit.repeat(16)}`);
  const others = [`pulumi-language-nodejs-${"c".repeat(16)}`, "logs", "pulumi-notes"];
  await add(current!, 90);
  await add(recent!, 29);
  await add(old!, 31);
  for (const name of others) await add(name, 90);

  await prune(root, [{ name: "pulumi", folder: join(root, current!) }]);
  expect((await readdir(root)).sort()).toEqual([current, recent, ...others].sort());
});
