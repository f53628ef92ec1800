import { describe, expect, test } from "vitest";
import { admit, type Fixture, fixtures, type PodObject } from "./admission.ts";
import { CHECKS, rulesOf, STANDARD, violated } from "./standard.ts";
import { WRAPPINGS } from "./wrappings.ts";

const all = fixtures();

/** The fixtures have no ephemeral containers; the standard treats them as any other. */
function withEphemeral({ metadata, spec }: PodObject): PodObject {
  const { containers, ...rest } = spec;
  const harmless = {
    name: "harmless",
    image: "registry.k8s.io/pause",
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  return {
    ...(metadata ? { metadata } : {}),
    spec: { ...rest, containers: [harmless], ephemeralContainers: containers },
  };
}

test("the pack has one rule for each check of the standard, and no other of that name", () => {
  expect(STANDARD.map(({ name }) => name).sort()).toEqual(Object.values(CHECKS).sort());
});

test("the fixtures are all there", () => {
  const count = (level: string, passes: boolean) =>
    all.filter((fixture) => fixture.level === level && fixture.passes === passes).length;
  expect([count("baseline", true), count("baseline", false)]).toEqual([15, 34]);
  expect([count("restricted", true), count("restricted", false)]).toEqual([23, 76]);
});

describe.each([
  ["as they are", (pod: PodObject) => pod],
  ["with their containers made ephemeral", withEphemeral],
])("the standard's own pods, %s", (_, variant) => {
  const pods = all.map(({ pod }) => variant(pod));
  const admitted = admit(pods);

  test.each(WRAPPINGS)("in $name", ({ type, wrap }) => {
    const verdicts = violated(pods.map((pod) => ({ type, props: wrap(pod) })));
    const wrong = all.flatMap((fixture, index) => {
      const expected = rulesOf(admitted[index]?.forbidden ?? []);
      const actual = verdicts[index] ?? [];
      return String(actual) === String(expected) ? [] : [{ fixture: label(fixture), expected, actual }];
    });
    expect(wrong).toEqual([]);
  });
});

describe("what the fixtures' names say", () => {
  const verdicts = violated(all.map(({ pod }) => ({ type: "kubernetes:core/v1:Pod", props: pod })));

  test("those made to pass a level violate none of its rules", () => {
    const wrong = all.flatMap((fixture, index) => {
      const ofLevel = (verdicts[index] ?? []).filter(
        (rule) => fixture.level === "restricted" || rule.startsWith("pss-baseline-"),
      );
      return fixture.passes && ofLevel.length > 0 ? [{ fixture: label(fixture), ofLevel }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("those made to fail a check violate its rule", () => {
    const ruleFor = new Map(Object.entries(CHECKS).map(([check, rule]) => [check.toLowerCase(), rule]));
    const missed = all.flatMap((fixture, index) => {
      const rule = ruleFor.get(fixture.name.replace(/\d+$/, "")) ?? "no rule";
      return fixture.passes || verdicts[index]?.includes(rule) ? [] : [`${label(fixture)}: ${rule}`];
    });
    expect(missed).toEqual([]);
  });
});

function label({ level, passes, name }: Fixture): string {
  return `${level}/${passes ? "pass" : "fail"}/${name}`;
}
