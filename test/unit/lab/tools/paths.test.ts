import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Go } from "../../../../lab/tools/go.ts";
import { cacheRoot, locateTools, readModule } from "../../../../lab/tools/paths.ts";
import { temporaryFolder } from "./fixture.ts";

const go: Go = { version: "go1.26.8", arch: "amd64", os: "linux", moduleCache: "/m", proxy: "", toolchain: "local" };
let folder: string;

/** Puts an executable `pulumi` into a folder and that folder alone on the PATH. */
async function pulumiIn(path: string) {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "pulumi"), "");
  await chmod(join(path, "pulumi"), 0o755);
  vi.stubEnv("PATH", path);
}

beforeEach(async () => {
  folder = await temporaryFolder();
  vi.stubEnv("XDG_CACHE_HOME", folder);
  vi.stubEnv("PATH", "");
});
afterEach(() => void vi.unstubAllEnvs());

test("tools that are not built are missing, and their paths say where they will be", async () => {
  const { paths, missing } = await locateTools(["kubernetes"], go);
  expect(missing.map(({ name }) => name)).toEqual(["kubernetes"]);
  expect(paths.bin("kubelet")).toMatch(new RegExp(`^${cacheRoot()}/kubernetes-[0-9a-f]{16}/bin/kubelet$`));
  expect(paths.path).toEqual([paths.dir("kubernetes")]);
});

test("a tool whose folder is in the cache is not missing", async () => {
  const first = await locateTools(["cni", "etcd"], go);
  await mkdir(first.paths.dir("etcd"), { recursive: true });
  const { missing, cached } = await locateTools(["cni", "etcd"], go);
  expect(missing.map(({ name }) => name)).toEqual(["cni"]);
  expect(cached.map(({ name }) => name)).toEqual(["etcd"]);
});

test("an installed Pulumi is used, with the language host beside it, and adds nothing to the PATH", async () => {
  await pulumiIn(join(folder, "installed"));
  const { paths, missing } = await locateTools(["engine"], go);
  expect(missing).toEqual([]);
  expect(paths.bin("pulumi")).toBe(join(folder, "installed", "pulumi"));
  expect(paths.dir("pulumi-language-nodejs")).toBe(join(folder, "installed"));
  expect(paths.path).toEqual([]);
});

test("our own Pulumi on the PATH does not count as installed: a new version still gets built", async () => {
  await pulumiIn(join(cacheRoot(), "pulumi-0000000000000000", "bin"));
  const { missing } = await locateTools(["engine"], go);
  expect(missing.map(({ name }) => name)).toEqual(["pulumi", "pulumi-language-nodejs"]);
});

test("asking for a tool that was not selected is a defect, and says so", async () => {
  const { paths } = await locateTools(["cni"], go);
  expect(() => paths.bin("etcd")).toThrow("etcd was not among the selected tools: cni");
});

test("a tool is made of its lock and of the Go files beside it, in an order of their own", async () => {
  for (const file of ["b.go", "go.mod", "a.go", "go.sum", "README.md"]) await writeFile(join(folder, file), file);
  expect(await readModule(folder)).toEqual({ goMod: "go.mod", goSum: "go.sum", sources: ["a.go", "b.go"] });
});
