import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeclaredResource, evaluate, toResource } from "../../policies/evaluate.ts";
import { apply, remediesOf } from "../../policies/remedy.ts";
import type { Rule } from "../../policies/rule.ts";
import { table } from "../../policies/rules/index.ts";
import { Stack } from "../../policies/stack.ts";
import { podSpecs } from "./arbitraries.ts";
import { caseFiles } from "./case-files.ts";
import { CARRIERS, resourceOf, UNKNOWN } from "./pods.ts";

const fixing = table.filter(({ fix }) => fix);

function remedied(rule: Rule, resource: DeclaredResource): DeclaredResource {
  const props = structuredClone(resource.props) as object;
  for (const remedy of remediesOf(rule, new Stack([toResource(resource)]))) apply(remedy, props);
  return { ...resource, props };
}

/** Violations of every rule that sees one resource at a time. */
function violations(resource: DeclaredResource): string[] {
  const rules = table.filter((rule) => !("checkStack" in rule));
  return evaluate([resource], { environment: "prod", rules }).rules.flatMap(({ failed }) =>
    failed.map(({ rule, path }) => `${rule} ${path}`),
  );
}

function holdsToItsWord(rule: Rule, resource: DeclaredResource): void {
  const mended = remedied(rule, resource);
  const [before, after] = [violations(resource), violations(mended)];
  expect(after.filter((violation) => !before.includes(violation))).toEqual([]);
  const mendable = (violation: string) =>
    violation.startsWith(`${rule.name} `) && violation.endsWith(`.${rule.fix?.at}`);
  expect(after.filter(mendable)).toEqual([]);
  expect(remedied(rule, mended)).toEqual(mended);
}

test("some rules have a fix, and none that reads the whole stack", () => {
  expect(fixing.map(({ name }) => name).sort()).toEqual([
    "ecr-scan-on-push",
    "kms-rotation",
    "pss-restricted-allow-privilege-escalation",
    "pss-restricted-capabilities-restricted",
    "pss-restricted-seccomp-profile-restricted",
  ]);
  expect(fixing.filter((rule) => "checkStack" in rule)).toEqual([]);
});

describe.each(fixing)("the fix of $name", (rule) => {
  const cases = [...caseFiles.values()].find((each) => each.rule.name === rule.name);
  const tried = [...(cases?.violating ?? []), ...(cases?.malformed ?? []), ...(cases?.compliant ?? [])];

  test("mends what violates, makes no other rule's finding, and is done once", () => {
    for (const resource of tried.flatMap(({ given }) => [given].flat())) holdsToItsWord(rule, resource);
  });
  test("leaves what complies, and what is unknown, as it is", () => {
    for (const { given } of [...(cases?.compliant ?? []), ...(cases?.unknown ?? [])]) {
      for (const resource of [given].flat()) expect(remedied(rule, resource)).toEqual(resource);
    }
  });
});

test("of any pod, in any kind", () => {
  fc.assert(
    fc.property(podSpecs, fc.constantFrom(...CARRIERS), fc.constantFrom(...fixing), (spec, carrier, rule) => {
      holdsToItsWord(rule, resourceOf(spec, carrier));
    }),
    { numRuns: 200 },
  );
});

test("mends beside an unknown", () => {
  const rule = table.find(({ name }) => name === "pss-restricted-allow-privilege-escalation");
  const spec = { containers: [{ name: "app", image: UNKNOWN }, { securityContext: UNKNOWN }] };
  expect(rule && remedied(rule, resourceOf(spec)).props).toMatchObject({
    spec: {
      template: {
        spec: {
          containers: [
            { image: UNKNOWN, securityContext: { allowPrivilegeEscalation: false } },
            { securityContext: UNKNOWN },
          ],
        },
      },
    },
  });
});
