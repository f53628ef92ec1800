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

export const reliability = slipway("Reliability");
export const supplyChain = slipway("Supply chain");
