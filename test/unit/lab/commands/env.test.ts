import { execaSync } from "execa";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatExports, labEnvironment } from "../../../../lab/commands/env.ts";
import { stateAt } from "../../../../lab/state.ts";

const state = stateAt("/state");

test("the lab's tools come first on the PATH, each folder once", () => {
  const { PATH } = labEnvironment(state, ["/a", "/b"], { PATH: "/usr/bin:/b" });
  expect(PATH).toBe("/a:/b:/usr/bin");
});

test("an empty element of the PATH, which would be the current directory, does not come back", () => {
  expect(labEnvironment(state, ["/a"], { PATH: ":/bin:" }).PATH).toBe("/a:/bin");
  expect(labEnvironment(state, ["/a"], {}).PATH).toBe("/a");
});

test("a state backend that a person has chosen stays", () => {
  expect(labEnvironment(state, [], {}).PULUMI_BACKEND_URL).toBe("file:///state/pulumi");
  expect(labEnvironment(state, [], { PULUMI_BACKEND_URL: "s3://b" }).PULUMI_BACKEND_URL).toBe("s3://b");
});

test("programs have a compile cache to themselves, in the user's cache, whatever cache this process has", () => {
  const current = { XDG_CACHE_HOME: "/cache", NODE_COMPILE_CACHE: "/cache/of/make" };
  expect(labEnvironment(state, [], current).NODE_COMPILE_CACHE).toBe("/cache/slipway/node-compile/programs");
});

test("a shell reads back every value as it was", () => {
  const value = fc.string({ unit: "grapheme-ascii" }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(value, (text) => {
      const { stdout } = execaSync("sh", ["-c", `${formatExports({ V: text })}\nprintf %s "$V"`], {
        stripFinalNewline: false,
      });
      expect(stdout).toBe(text);
    }),
    { numRuns: 30 },
  );
});
