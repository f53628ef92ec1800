import { chmod, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { hashSources } from "../../../../../../lab/plugins/docker-build/context/hash.ts";

let context: string;
const write = async (path: string, text = path): Promise<void> => {
  await mkdir(dirname(join(context, path)), { recursive: true });
  await writeFile(join(context, path), text);
};
const hash = (): Promise<string> => hashSources({ context, dockerfile: join(context, "Dockerfile"), named: {} });

beforeEach(async () => {
  context = await mkdtemp(join(tmpdir(), "context-"));
  await write("Dockerfile", "FROM scratch");
  await write("src/main.go");
});

test("neither time nor place changes the hash", async () => {
  const before = await hash();
  await utimes(join(context, "src/main.go"), 1, 1);
  await rename(context, `${context}-moved`);
  context = `${context}-moved`;
  expect(await hash()).toBe(before);
});

test.each([
  ["a file's text", () => write("src/main.go", "changed")],
  ["a new file", () => write("src/new.go", "")],
  ["a removed file", () => rm(join(context, "src/main.go"))],
  ["a file's name", () => rename(join(context, "src/main.go"), join(context, "src/moved.go"))],
  ["a file's mode", () => chmod(join(context, "src/main.go"), 0o755)],
  ["the Dockerfile", () => write("Dockerfile", "FROM scratch\nUSER 1")],
  ["a link", () => symlink("src/main.go", join(context, "link"))],
])("%s changes it", async (_, change) => {
  const before = await hash();
  await change();
  expect(await hash()).not.toBe(before);
});

test("where a link points to counts, not what is there; a link to nothing is no error", async () => {
  await symlink("nowhere", join(context, "link"));
  const before = await hash();
  await rm(join(context, "link"));
  await symlink("elsewhere", join(context, "link"));
  expect(await hash()).not.toBe(before);
});

test("what .dockerignore leaves out does not count, but a Dockerfile that it names still does", async () => {
  await write(".dockerignore", "Dockerfile\nlogs\n!logs/kept");
  await write("logs/kept");
  const before = await hash();
  await write("logs/today");
  expect(await hash()).toBe(before);
  await write("logs/kept", "changed");
  const kept = await hash();
  expect(kept).not.toBe(before);
  await write("Dockerfile", "FROM scratch\nUSER 1");
  expect(await hash()).not.toBe(kept);
});

test("a Dockerfile's own ignore file wins over the context's", async () => {
  await write(".dockerignore", "src");
  await write("Dockerfile.dockerignore", "other");
  const before = await hash();
  await write("src/main.go", "changed");
  expect(await hash()).not.toBe(before);
});

test("named contexts count, each under its name", async () => {
  const other = await mkdtemp(join(tmpdir(), "named-"));
  await writeFile(join(other, "file"), "1");
  const named = (name: string): Promise<string> => hashSources({ context, named: { [name]: other } });
  const before = await named("lib");
  expect(await named("tool")).not.toBe(before);
  await writeFile(join(other, "file"), "2");
  expect(await named("lib")).not.toBe(before);
});

test("any two contexts have the same hash exactly when they have the same files", async () => {
  const files = fc.dictionary(fc.stringMatching(/^[ab]{1,2}$/), fc.stringMatching(/^[ab\n]{0,3}$/), { maxKeys: 3 });
  const hashOf = async (content: Record<string, string>): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "context-"));
    for (const [name, text] of Object.entries(content)) await writeFile(join(folder, name), text);
    return hashSources({ context: folder, named: {} });
  };
  await fc.assert(
    fc.asyncProperty(files, files, async (one, other) => {
      const sorted = (content: Record<string, string>): string => JSON.stringify(Object.entries(content).sort());
      expect((await hashOf(one)) === (await hashOf(other))).toBe(sorted(one) === sorted(other));
    }),
    { numRuns: 60 },
  );
});
