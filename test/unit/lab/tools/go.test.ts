import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { findGo, requireGo, type Go } from "../../../../lab/tools/go.ts";

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
  await expect(findGo()).rejects.toThrow(/^Go is not on the PATH.*https:\/\/go\.dev\/dl/);
});

test("a Go that is too old is refused, naming both versions", () => {
  expect(() => requireGo(go("1.25.9"), "containerd", wants("1.26.8"))).toThrow(
    /^containerd needs Go 1\.26\.8 and this is go1\.25\.9/,
  );
});

test("a Go that may fetch a newer one of itself is not", () => {
  expect(() => requireGo(go("1.25.9", "auto"), "containerd", wants("1.26.8"))).not.toThrow();
});

test("any release is enough for itself and for older ones, and not for the next patch", () => {
  const part = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(part, part, (minor, patch) => {
      expect(() => requireGo(go(`1.${minor}.${patch}`), "t", wants(`1.${minor}.${patch}`))).not.toThrow();
      expect(() => requireGo(go(`1.${minor}.${patch}`), "t", wants(`1.${minor}`))).not.toThrow();
      expect(() => requireGo(go(`1.${minor}.${patch}`), "t", wants(`1.${minor}.${patch + 1}`))).toThrow();
      expect(() => requireGo(go(`1.${minor}.${patch}`), "t", wants(`1.${minor + 1}`))).toThrow();
    }),
  );
});

test.each([
  ["1.26rc1", "1.26.0", false],
  ["1.27-devel", "1.26.8", true],
  ["1.26.8 X:nodwarf5", "1.26.8", true],
])("%s against %s: enough is %s", (have, want, enough) => {
  const check = expect(() => requireGo(go(have), "t", wants(want)));
  if (enough) check.not.toThrow();
  else check.toThrow();
});
