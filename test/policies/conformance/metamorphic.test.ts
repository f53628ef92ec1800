import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../policies/evaluate.ts";
import { table } from "../../../policies/rules/index.ts";
import { goodContainer, goodPod, UNKNOWN, UNKNOWN_OBJECT } from "../pods.ts";
import { fixtures, type PodObject } from "./admission.ts";
import { mutationsOf } from "./mutations.ts";
import { WRAPPINGS } from "./wrappings.ts";

/** Every rule about pods, the standard's and others. */
const rules = table.filter((rule) => "checkPod" in rule);
const LISTS = ["initContainers", "containers", "ephemeralContainers"] as const;
const pods = mutationsOf([{ spec: goodPod }, ...fixtures().map(({ pod }) => pod)]);

/** What is found on a pod, each fact as `rule path`, and as `rule container` too. */
function judged(pod: PodObject, type = "kubernetes:core/v1:Pod", props: unknown = pod) {
  const verdict = evaluate([{ type, name: "pod", props }], { environment: "prod", rules });
  const facts = (of: "failed" | "undetermined") => verdict.rules.flatMap((rule) => rule[of]);
  return {
    violations: facts("failed").map(({ rule, path }) => `${rule} ${path}`),
    undetermined: facts("undetermined").map(({ rule, path }) => `${rule} ${path}`),
    blamed: facts("failed").map(({ rule, container }) => `${rule} ${container}`),
  };
}

const listOf = (pod: PodObject, list: string): unknown[] =>
  Array.isArray(pod.spec[list]) ? (pod.spec[list] as unknown[]) : [];
const withList = (pod: PodObject, list: string, containers: unknown[]): PodObject => ({
  ...pod,
  spec: { ...pod.spec, [list]: containers },
});

test("the order of containers decides nothing", () => {
  fc.assert(
    fc.property(pods, (pod) => {
      const turned = LISTS.reduce((changed, list) => withList(changed, list, listOf(changed, list).toReversed()), pod);
      expect(judged(turned).blamed.sort()).toEqual(judged(pod).blamed.sort());
    }),
  );
});

test("one good container more changes nothing for the others", () => {
  const extra = { ...goodContainer, name: "extra", ports: [{ name: "extra", containerPort: 1 }] };
  fc.assert(
    fc.property(pods, fc.constantFrom("initContainers", "containers"), (pod, list) => {
      const more = judged(withList(pod, list, [...listOf(pod, list), extra]));
      // The pod's own settings may spoil what the container leaves to them: that is a fact about the new one.
      const position = `spec.${list}[${listOf(pod, list).length}]`;
      expect(more.violations.filter((fact) => !fact.includes(position))).toEqual(judged(pod).violations);
    }),
  );
});

describe("what a pod says for its containers may as well be said by each", () => {
  test.each([
    ["runAsNonRoot", true, "pss-restricted-run-as-non-root"],
    ["runAsUser", 65532, "container-user-id"],
    ["runAsGroup", 65532, "container-group-id"],
    ["seccompProfile", { type: "RuntimeDefault" }, "pss-restricted-seccomp-profile-restricted"],
    ["seccompProfile", { type: "Localhost", localhostProfile: "a" }, "pss-restricted-seccomp-profile-restricted"],
  ])("%s %j", (field, good, rule) => {
    const found = (ofPod: unknown, ofContainers: unknown) => {
      const container = { name: "app", securityContext: { [field]: ofContainers } };
      const lists = Object.fromEntries(LISTS.map((list) => [list, [container, container]]));
      const { violations } = judged({ spec: { securityContext: { [field]: ofPod }, ...lists } });
      return violations.filter((fact) => fact.startsWith(`${rule} `)).length;
    };
    expect([found(good, undefined), found(undefined, good), found(good, good)]).toEqual([0, 0, 0]);
    expect(found(undefined, undefined)).toBe(2 * LISTS.length);
  });
});

test("a pod is judged alike in whatever it is wrapped", () => {
  // Whether it ends decides what is asked of it.
  const endless = WRAPPINGS.filter(({ name }) => !/Job/.test(name));
  fc.assert(
    fc.property(pods, fc.constantFrom(...endless), (pod, { type, wrap }) => {
      expect(judged(pod, type, wrap(pod)).blamed).toEqual(judged(pod).blamed);
    }),
  );
});

describe("an unknown in one container", () => {
  test("leaves what is found in the others, and takes away no more than it puts off", () => {
    fc.assert(
      fc.property(pods, fc.nat(), fc.nat(), fc.constantFrom(UNKNOWN, UNKNOWN_OBJECT), (pod, which, where, unknown) => {
        const places = LISTS.flatMap((list) => listOf(pod, list).map((_, index) => ({ list, index })));
        const place = places[which % Math.max(1, places.length)];
        if (!place) return;
        const { list, index } = place;
        const containers = listOf(pod, list);
        const obscured = containers.with(index, withUnknown(containers[index], where, unknown));
        const [before, after] = [judged(pod), judged(withList(pod, list, obscured))];

        const inside = (fact: string) => fact.includes(` spec.${list}[${index}]`);
        // A named port or a variable may be another container's matter; the standard's facts never are.
        const elsewhere = (facts: string[]) => facts.filter((fact) => fact.startsWith("pss-") && !inside(fact));
        expect(elsewhere(after.violations)).toEqual(elsewhere(before.violations));
        expect(elsewhere(after.undetermined)).toEqual(elsewhere(before.undetermined));
        expect(before.violations).toEqual(expect.arrayContaining(after.violations));
      }),
      { numRuns: 500 },
    );
  });
});

/** The value with one of its leaves, or branches, unknown. */
function withUnknown(value: unknown, choice: number, unknown: string): unknown {
  if (typeof value !== "object" || value === null) return unknown;
  const keys = Object.keys(value);
  const key = keys[choice % Math.max(1, keys.length)];
  if (key === undefined) return unknown;
  const inner = (value as Record<string, unknown>)[key];
  const changed = choice % 3 === 0 ? unknown : withUnknown(inner, Math.floor(choice / 3), unknown);
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
}
