import { describe, expect, test } from "vitest";
import { evaluate } from "../../../policies/evaluate.ts";
import { format } from "../../../policies/report/index.ts";
import { table } from "../../../policies/rules/index.ts";
import type { Verdict } from "../../../policies/verdict.ts";
import { goodContainer, goodPod, resourceOf, UNKNOWN } from "../pods.ts";

const waiver = { owner: "platform", reason: "vendor image", ticket: "PLAT-1", expires: "2026-12-31" };

/** Enough for a report, whatever else the pack comes to hold. */
const RULES = [
  "pss-baseline-privileged",
  "pss-restricted-run-as-non-root",
  "image-tag-pinned",
  "container-resource-limits",
  "container-liveness-probe",
];

/** One of each: passed, failed (mandatory and advisory), waived, undetermined, unused waiver. */
const verdict = evaluate(
  [
    resourceOf(goodPod),
    {
      ...resourceOf({
        containers: [
          { ...goodContainer, name: "root", securityContext: { privileged: true, runAsNonRoot: UNKNOWN } },
          { ...goodContainer, name: "vendor", image: "vendor", livenessProbe: {} },
        ],
      }),
      name: "bad",
      urn: "urn:pulumi:dev::slipway::kubernetes:apps/v1:Deployment::bad",
    },
  ],
  {
    environment: "prod",
    rules: RULES.flatMap((rule) => table.filter(({ name }) => name === rule)),
    levels: { "container-liveness-probe": "advisory" },
    now: new Date("2026-06-01"),
    waivers: [
      { rule: "image-tag-pinned", resource: "bad", ...waiver },
      { rule: "image-tag-pinned", resource: "gone", ...waiver, ticket: "PLAT-2" },
    ],
  },
);

describe("table", () => {
  const text = format(verdict, "table");

  test("counts each outcome of each rule", () => {
    const cells = text.split("\n").map((line) => line.trim().split(/ {2,}/));
    expect(cells.slice(0, 6)).toEqual([
      ["rule", "level", "passed", "failed", "waived", "undetermined"],
      ["pss-baseline-privileged", "mandatory", "1", "1", "0", "0"],
      ["pss-restricted-run-as-non-root", "mandatory", "1", "0", "0", "1"],
      ["image-tag-pinned", "mandatory", "1", "0", "1", "0"],
      ["container-resource-limits", "mandatory", "2", "0", "0", "0"],
      ["container-liveness-probe", "advisory", "1", "1", "0", "0"],
    ]);
  });
  test("says of each finding what, where and why", () => {
    expect(text).toContain(
      "mandatory  pss-baseline-privileged  kubernetes:apps/v1:Deployment bad\n" +
        "  container root, spec.template.spec.containers[0].securityContext.privileged: must be false",
    );
    expect(text).toContain(
      "advisory  container-liveness-probe  kubernetes:apps/v1:Deployment bad\n  container vendor, ",
    );
    expect(text).toMatch(/undetermined {2}pss-restricted-run-as-non-root .*\n.*not known before the update: must/);
    expect(text).toMatch(
      /waived {2}image-tag-pinned .*\n.*\n {2}accepted by platform until 2026-12-31 \(PLAT-1\): vendor image/,
    );
    expect(text).toContain("warning  the waiver of image-tag-pinned for gone (PLAT-2) is not needed");
  });
  test("does not count for a rule that is off", () => {
    const off = evaluate([resourceOf(goodPod)], {
      environment: "prod",
      rules: table.filter(({ name }) => name === "pod-priority-class"),
    });
    const lines = format(off, "table").split("\n");
    expect(lines[1]?.split(/ {2,}/)).toEqual(["pod-priority-class", "disabled", "-", "-", "-", "-"]);
    expect(lines.at(-2)).toContain("(resources 1, rules 2, disabled 1)");
  });
  test("ends in the outcome", () => {
    expect(text.trimEnd().split("\n").at(-1)).toBe(
      "refused for prod (resources 2, rules 6): mandatory violations 1, advisory 1, undetermined 1",
    );
    expect(format(evaluate([resourceOf(goodPod)], { environment: "dev" }), "table")).toMatch(
      /\n\naccepted for dev .*\n$/,
    );
  });
});

test("json is the verdict", () => {
  expect(JSON.parse(format(verdict, "json"))).toEqual(JSON.parse(JSON.stringify(verdict)) as Verdict);
});

/** What the test reads of a log. */
interface Log {
  $schema: string;
  version: string;
  runs: [{ tool: { driver: { name: string; rules: { id: string }[] } }; invocations: object[]; results: Result[] }];
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: { physicalLocation: object; logicalLocations: object[] }[];
  partialFingerprints: Record<string, string>;
  suppressions?: object[];
}

describe("sarif 2.1.0", () => {
  const log = JSON.parse(format(verdict, "sarif", { artifact: "Pulumi.prod.yaml" })) as Log;
  const [{ tool, invocations, results }] = log.runs;

  test("names its version and schema (§3.13)", () => {
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
  });
  test("describes each rule once, with its counts (§3.19.23, §3.49)", () => {
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
    expect(tool.driver.rules[0]).toMatchObject({
      id: "pss-baseline-privileged",
      shortDescription: { text: "No container may run privileged." },
      help: { text: expect.stringContaining("securityContext.privileged") as string },
      helpUri: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
      defaultConfiguration: { level: "error" },
      properties: { severity: "critical", passed: 1, failed: 1, waived: 0, undetermined: 0 },
    });
  });
  test("each result leads to its rule (§3.27.6)", () => {
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
  test("kind and level agree: only what failed has one (§3.27.9, §3.27.10)", () => {
    expect(results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
      ["pss-baseline-privileged", "fail", "error"],
      ["pss-restricted-run-as-non-root", "open", "none"],
      ["image-tag-pinned", "fail", "error"],
      ["container-liveness-probe", "fail", "warning"],
    ]);
  });
  test("what is waived is suppressed from outside, with the reason (§3.35)", () => {
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      undefined,
      [{ kind: "external", status: "accepted", justification: "vendor image (platform, PLAT-1, until 2026-12-31)" }],
      undefined,
    ]);
  });
  test("each is placed in a file, as code hosts demand, and in its resource", () => {
    expect(results[0]?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: "Pulumi.prod.yaml" }, region: { startLine: 1 } },
        logicalLocations: [
          {
            name: "bad",
            kind: "resource",
            fullyQualifiedName:
              "urn:pulumi:dev::slipway::kubernetes:apps/v1:Deployment::bad#spec.template.spec.containers[0].securityContext.privileged",
          },
        ],
      },
    ]);
  });
  test("fingerprints tell results apart and stay the same from run to run (§3.27.17)", () => {
    const prints = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    expect(new Set(prints).size).toBe(results.length);
    const again = JSON.parse(format(verdict, "sarif")) as Log;
    expect(again.runs[0].results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)).toEqual(
      prints,
    );
  });
  test("a waiver that nothing needs is about the configuration, not a result (§3.20.22)", () => {
    expect(invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolConfigurationNotifications: [
          { level: "warning", message: { text: expect.stringContaining("PLAT-2") as string } },
        ],
      },
    ]);
  });
});
