import type { Framework } from "./rule.ts";

const podSecurityStandards = (reference: string): Framework => ({
  name: "Pod Security Standards",
  version: "1.35",
  reference,
  specification: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
});

export const pssBaseline = podSecurityStandards("Baseline");
export const pssRestricted = podSecurityStandards("Restricted");

const slipway = (reference: string): Framework => ({
  name: "Slipway",
  version: "0.1.0",
  reference,
  specification: "docs/policies.md",
});

export const security = slipway("Security");
export const reliability = slipway("Reliability");
export const supplyChain = slipway("Supply chain");

/** Rules that others know by these ids, so that findings can be compared and suppressions carried over. */
export const trivy = (ids: string): Framework => ({
  name: "Trivy",
  version: "2026-08",
  reference: ids,
  specification: "https://avd.aquasec.com/misconfig/kubernetes/",
});
export const checkov = (ids: string): Framework => ({
  name: "Checkov",
  version: "2026-08",
  reference: ids,
  specification: "https://www.checkov.io/5.Policy%20Index/all.html",
});
