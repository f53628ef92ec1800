import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { findGo, oldGo, type Go } from "../../../../lab/tools/go.ts";

const go = (version: string, toolchain = "local"): Go => ({
  version: `go${version}`,
  toolchain,
  arch: "amd64",
  os: "linux",
  moduleCache: "/m",
  proxy: "",
});
const wants = (version: string) => `module a\n\ngo ${version}\n\ntool b\n`;

afterEach(() => void vi.unstubAllEnvs());

test("a missing Go is one sentence with the way out", async () => {
  vi.stubEnv("PATH", "/nowhere");
  await expect(findGo()).rejects.toThrow(/^Go, .* is not on the PATH: .*https:\/\/go\.dev\/dl\.$/);
});

test("a Go that is too old is a row that names both versions and the way out", () => {
  expect(oldGo(go("1.25.9"), "containerd", wants("1.26.8"))).toEqual({
    what: "containerd needs Go 1.26.8, and this is go1.25.9",
    fix: expect.stringContaining("https://go.dev/dl"),
  });
});

test("a Go that may fetch a newer one of itself will do", () => {
  expect(oldGo(go("1.25.9", "auto"), "containerd", wants("1.26.8"))).toBeUndefined();
});

const isOld = (have: string, want: string) => oldGo(go(have), "t", wants(want)) !== undefined;

test("any release is enough for itself and for older ones, and not for the next patch", () => {
  const part = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(part, part, (minor, patch) => {
      expect(isOld(`1.${minor}.${patch}`, `1.${minor}.${patch}`)).toBe(false);
      expect(isOld(`1.${minor}.${patch}`, `1.${minor}`)).toBe(false);
      expect(isOld(`1.${minor + 1}.${patch}`, `1.${minor}.${patch + 1}`)).toBe(false);
      expect(isOld(`1.${minor}.${patch}`, `1.${minor}.${patch + 1}`)).toBe(true);
      expect(isOld(`1.${minor}.${patch}`, `1.${minor + 1}`)).toBe(true);
    }),
  );
});

test.each([
  ["1.26rc1", "1.26.0", true],
  ["1.27-devel", "1.26.8", false],
  ["1.26.8 X:nodwarf5", "1.26.8", false],
])("%s against %s: too old is %s", (have, want, old) => {
  expect(isOld(have, want)).toBe(old);
});
