import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../policies/evaluate.ts";
import { table } from "../../policies/rules/index.ts";
import type { Verdict } from "../../policies/verdict.ts";
import { FORMATS, format } from "../../policies/report/index.ts";
import { caseFiles } from "./case-files.ts";
import { podSpecs, trees } from "./arbitraries.ts";
import { type Carrier, carrierOf, CARRIERS, COMPLIES, found, goodPod, resourceOf, UNKNOWN } from "./pods.ts";

const typesOfCases = [...caseFiles.values()].flatMap(({ compliant }) =>
  compliant.flatMap(({ given }) => [given].flat().map(({ type }) => type)),
);
const podRules = table.filter((rule) => "checkPod" in rule);

describe("every rule", () => {
  test("is a file in the table, named after it and in the folder of its subject", () => {
    const folder = new URL("../../policies/rules", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\/.*\.ts$/.test(file) && !file.endsWith("index.ts"),
    );
    expect(table.map(({ name }) => `${name.split("-")[0]}/${name}.ts`).sort()).toEqual(files.sort());
  });

  test.each(table)("$name says all that a person needs", (rule) => {
    expect(rule.name).toMatch(/^(pss-(baseline|restricted)|[a-z]+)(-[a-z]+)+$/);
    for (const sentence of [rule.description, rule.remediation]) expect(sentence).toMatch(/^[A-Z`].{20,}\.$/s);
    expect(rule.url).toMatch(/^https:\/\//);
    expect(Object.keys(rule.level).sort()).toEqual(["dev", "prod", "staging"]);
    expect(Object.values(rule.framework).every((text) => text.length > 0)).toBe(true);
  });

  test.each(podRules)("$name is content with a good pod", (rule) => {
    expect(found(rule, goodPod)).toEqual(COMPLIES);
  });
});

describe("every kind that carries pods", () => {
  const alike = podRules.filter(({ name }) => name !== "container-liveness-probe");
  /** What the rules find on a pod, as paths from its spec. */
  const findings = (spec: unknown, carrier: Carrier) => {
    const { rules } = evaluate([resourceOf(spec, carrier)], { environment: "prod", rules: alike });
    const within = ({ path }: { path: string }) => path.replace(`${carrier.path}.`, "");
    return rules.map(({ rule, failed, undetermined }) => ({
      rule,
      failed: failed.map(within),
      undetermined: undetermined.map(within),
    }));
  };

  test("is treated alike: the same pod, the same findings", () => {
    fc.assert(
      fc.property(podSpecs, (spec) => {
        const expected = findings(spec, carrierOf("Pod"));
        for (const carrier of CARRIERS) expect(findings(spec, carrier), carrier.type).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test("and no other kind is judged", () => {
    for (const type of [
      "kubernetes:core/v1:ConfigMap",
      "kubernetes:batch.example.com/v1:Job",
      "kubernetes:core/v1:Deployment",
      "kubernetes:core/v1:ConfigMapList",
      "kubernetes:constructor/v1:constructor",
      "aws:ec2/instance:Instance",
      "slipway:index:Service",
      "",
      ":::",
    ]) {
      const { rules } = evaluate(
        [{ type, name: "x", props: { spec: { containers: [{}], template: { spec: { containers: [{}] } } } } }],
        { environment: "prod", rules: podRules },
      );
      expect(
        rules.map(({ passed, failed, undetermined }) => [passed, failed.length, undetermined.length]),
        type,
      ).toEqual([...podRules, "policy-error"].map(() => [0, 0, 0]));
    }
  });
});

const violations = ({ rules }: Verdict) =>
  rules.flatMap(({ failed }) => failed.map(({ rule, path }) => `${rule} ${path}`));
const undetermined = ({ rules }: Verdict) =>
  rules.flatMap((rule) => rule.undetermined.map(({ path }) => `${rule.rule} ${path}`));
const judged = (spec: unknown) => evaluate([resourceOf(spec)], { environment: "prod" });

describe("an unknown value, anywhere in a pod", () => {
  test("invents no violation, and each that it takes away is counted as undetermined", () => {
    fc.assert(
      fc.property(podSpecs, fc.nat(), (spec, choice) => {
        const paths = pathsIn(spec);
        const path = paths[choice % paths.length] ?? [];
        const [before, after] = [judged(spec), judged(replaced(spec, path, UNKNOWN))];

        expect(violations(before)).toEqual(expect.arrayContaining(violations(after)));
        const lost = violations(before).filter((violation) => !violations(after).includes(violation));
        for (const violation of lost) {
          // Of an unknown list or map nothing is known, not even how long it is.
          expect(undetermined(after)).toSatisfy((facts: string[]) => facts.some((fact) => mayBe(fact, violation)));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("whatever a resource holds", () => {
  const resources = fc.record({
    type: fc.oneof(fc.constantFrom(...CARRIERS.map(({ type }) => type), ...typesOfCases), fc.string()),
    name: fc.string(),
    props: fc.oneof(
      trees,
      trees.map((tree) => ({ spec: { template: { spec: { containers: tree } } } })),
      fc.anything(),
    ),
  });

  test("no rule and no report fails", () => {
    fc.assert(
      fc.property(fc.array(resources, { maxLength: 5 }), (declared) => {
        const verdict = evaluate(declared, { environment: "prod" });
        for (const as of FORMATS) {
          expect(format(verdict, as)).not.toContain("so nothing is known");
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a value that cannot be read is unknown", () => {
    const trap = new Proxy(
      { securityContext: 1, image: 2 },
      {
        get() {
          throw new Error("unreadable");
        },
      },
    );
    expect(undetermined(judged({ containers: [trap] }))).toContain(
      "image-tag-pinned spec.template.spec.containers[0].image",
    );
  });

  test("no value is ever printed", () => {
    const CANARY = "Canary-7f3a, a secret!";
    fc.assert(
      fc.property(podSpecs, (spec) => {
        const secret = leavesReplaced(spec, CANARY);
        const verdict = evaluate(
          CARRIERS.map((carrier) => resourceOf(secret, carrier)),
          { environment: "prod" },
        );
        for (const as of FORMATS) expect(format(verdict, as)).not.toContain(CANARY);
      }),
      { numRuns: 20 },
    );
  });
});

/** Whether a place in an unknown list or map may be this one. */
function mayBe(fact: string, place: string): boolean {
  if (fact === place) return true;
  const pattern = fact.split("?").map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return pattern.length > 1 && new RegExp(`^${pattern.join(".+?")}$`).test(place);
}

type Path = readonly string[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return (value as unknown[]).map((inner, index) => (String(index) === key ? replaced(inner, rest, by) : inner));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

function leavesReplaced(value: unknown, by: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => leavesReplaced(inner, by));
  if (typeof value !== "object" || value === null) return by;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, leavesReplaced(inner, by)]));
}
