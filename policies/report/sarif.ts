import { createHash } from "node:crypto";
import type { Level } from "../rule.ts";
import { type Finding, type RuleVerdict, sentence, type Verdict, type WaivedFinding } from "../verdict.ts";

/**
 * The verdict as a SARIF log.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarif(verdict: Verdict, artifact: string): object {
  const results = verdict.rules.flatMap((rule, ruleIndex) => {
    const common = (finding: Finding) => ({ ruleId: rule.rule, ruleIndex, ...place(finding, artifact) });
    return [
      ...rule.failed.map((finding) => ({ ...common(finding), kind: "fail", level: severityOf(rule.level) })),
      ...rule.waived.map((finding) => ({
        ...common(finding),
        kind: "fail",
        level: severityOf(rule.level),
        suppressions: [suppression(finding)],
      })),
      // §3.27.9: "open" is a rule that lacked the information to decide; §3.27.10: its level is then "none".
      ...rule.undetermined.map((finding) => ({ ...common(finding), kind: "open", level: "none" })),
    ];
  });
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "slipway-policies", rules: verdict.rules.map(descriptor) } },
        invocations: [{ executionSuccessful: true, toolConfigurationNotifications: notifications(verdict) }],
        results,
      },
    ],
  };
}

function descriptor({
  rule,
  description,
  remediation,
  url,
  level,
  severity,
  passed,
  failed,
  waived,
  undetermined,
}: RuleVerdict) {
  return {
    id: rule,
    shortDescription: { text: description },
    help: { text: remediation },
    helpUri: url,
    defaultConfiguration: { enabled: level !== "disabled", level: severityOf(level) },
    properties: {
      severity,
      passed,
      failed: failed.length,
      waived: waived.length,
      undetermined: undetermined.length,
    },
  };
}

function severityOf(level: Level): "error" | "warning" | "none" {
  return ({ mandatory: "error", advisory: "warning", disabled: "none" } as const)[level];
}

function place(finding: Finding, artifact: string) {
  const { type, name, urn } = finding.resource;
  const resource = urn ?? `${type}::${name}`;
  return {
    message: { text: `${type} ${name}: ${sentence(finding)}` },
    locations: [
      {
        // A resource has no line; code hosts show nothing without a file, so this points at the stack's own.
        physicalLocation: { artifactLocation: { uri: artifact }, region: { startLine: 1 } },
        logicalLocations: [
          { name, kind: "resource", fullyQualifiedName: finding.path ? `${resource}#${finding.path}` : resource },
        ],
      },
    ],
    // All findings share that line: without this, code hosts take those of one rule for one.
    partialFingerprints: { primaryLocationLineHash: fingerprint([finding.rule, resource, finding.path]) },
  };
}

function fingerprint(parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

function suppression({ waiver }: WaivedFinding) {
  const { owner, ticket, expires, reason } = waiver;
  return { kind: "external", status: "accepted", justification: `${reason} (${owner}, ${ticket}, until ${expires})` };
}

function notifications({ unusedWaivers }: Verdict) {
  return unusedWaivers.map(({ rule, resource, ticket }) => ({
    level: "warning",
    associatedRule: { id: rule },
    message: { text: `The waiver of ${rule} for ${resource} (${ticket}) is not needed: remove it.` },
  }));
}
