import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPackConfig } from "../../../policies/waivers/pack-config.ts";

const waiver = { resource: "agent", owner: "platform", reason: "needs it", ticket: "PLAT-1", expires: "2027-01-31" };

test("levels and waivers, by rule", () => {
  expect(
    readPackConfig({
      "container-liveness-probe": "advisory",
      "image-tag-pinned": { enforcementLevel: "disabled", waivers: [waiver, { ...waiver, container: "app" }] },
      "pss-baseline-privileged": { waivers: [] },
    }),
  ).toEqual({
    levels: { "container-liveness-probe": "advisory", "image-tag-pinned": "disabled" },
    waivers: [
      { rule: "image-tag-pinned", ...waiver },
      { rule: "image-tag-pinned", ...waiver, container: "app" },
    ],
    problems: [],
  });
});

test("`all` is for every rule that says nothing itself, wherever it stands", () => {
  const { levels, problems } = readPackConfig({ "container-liveness-probe": "mandatory", all: "advisory" });
  expect(levels).toMatchObject({ "container-liveness-probe": "mandatory", "image-tag-pinned": "advisory" });
  expect(problems).toEqual([]);
});

test("what the engine is to mend is demanded where there is no engine", () => {
  expect(readPackConfig({ "kms-rotation": "remediate" })).toMatchObject({
    levels: { "kms-rotation": "mandatory" },
    problems: [],
  });
});

test("a rule's failure can be waived", () => {
  expect(readPackConfig({ "policy-error": { waivers: [waiver] } })).toMatchObject({
    problems: [],
    waivers: [{ rule: "policy-error" }],
  });
});

test("every problem is told, with its place", () => {
  const { problems, waivers } = readPackConfig({
    "no-such-rule": "mandatory",
    "container-liveness-probe": "strict",
    "image-tag-pinned": {
      waivers: [{ ...waiver, owner: " ", expires: "soon", until: 1 }, 7, { ...waiver, ticket: undefined }],
    },
    "container-resource-limits": { waivers: {} },
  });
  expect(problems).toEqual([
    "no-such-rule: no rule has this name",
    expect.stringMatching(/^container-liveness-probe: the level must be one of mandatory/),
    expect.stringMatching(/^image-tag-pinned\.waivers\[0\]\.owner: /),
    expect.stringMatching(/^image-tag-pinned\.waivers\[0\]\.expires: .*YYYY-MM-DD/),
    expect.stringMatching(/^image-tag-pinned\.waivers\[0\]\.until: /),
    "image-tag-pinned.waivers[1]: expected an object",
    expect.stringMatching(/^image-tag-pinned\.waivers\[2\]\.ticket: /),
    "container-resource-limits.waivers: expected a list",
  ]);
  expect(waivers).toEqual([]);
});

test.each(["2027-1-31", "2027-13-01", "2027-01-32", "31.01.2027", "2027-01-31T00:00:00Z", "never"])(
  "%s is no day",
  (expires) => {
    expect(readPackConfig({ "image-tag-pinned": { waivers: [{ ...waiver, expires }] } }).waivers).toEqual([]);
  },
);

test("junk is a problem, not a crash", () => {
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      readPackConfig({ "image-tag-pinned": junk });
      expect(readPackConfig({ "image-tag-pinned": { waivers: [junk] } }).waivers).toEqual([]);
    }),
  );
  expect(readPackConfig([]).problems).toHaveLength(1);
});

test("the project's own pack config has no problem", () => {
  const own = readFileSync(new URL("../../../policies/config.json", import.meta.url), "utf8");
  expect(readPackConfig(JSON.parse(own)).problems).toEqual([]);
});
