import { evaluate } from "../../../policies/evaluate.ts";
import { table } from "../../../policies/rules/index.ts";
import type { Wrapped } from "./wrappings.ts";

/** The checks of the standard as of 1.35, each with the rule that stands for it. */
export const CHECKS: Readonly<Record<string, string>> = {
  appArmorProfile: "pss-baseline-app-armor-profile",
  capabilities_baseline: "pss-baseline-capabilities-baseline",
  hostNamespaces: "pss-baseline-host-namespaces",
  hostPathVolumes: "pss-baseline-host-path-volumes",
  hostPorts: "pss-baseline-host-ports",
  hostProbesAndHostLifecycle: "pss-baseline-host-probes-and-host-lifecycle",
  privileged: "pss-baseline-privileged",
  procMount: "pss-baseline-proc-mount",
  seccompProfile_baseline: "pss-baseline-seccomp-profile-baseline",
  seLinuxOptions: "pss-baseline-se-linux-options",
  sysctls: "pss-baseline-sysctls",
  windowsHostProcess: "pss-baseline-windows-host-process",
  allowPrivilegeEscalation: "pss-restricted-allow-privilege-escalation",
  capabilities_restricted: "pss-restricted-capabilities-restricted",
  procMount_restricted: "pss-restricted-proc-mount-restricted",
  restrictedVolumes: "pss-restricted-restricted-volumes",
  runAsNonRoot: "pss-restricted-run-as-non-root",
  runAsUser: "pss-restricted-run-as-user",
  seccompProfile_restricted: "pss-restricted-seccomp-profile-restricted",
};

/** The pack's rules of the standard. */
export const STANDARD = table.filter(({ name }) => name.startsWith("pss-"));

/** What the pack says about resources: for each, the rules that it violates, sorted. */
export function violated(resources: readonly Wrapped[]): string[][] {
  const declared = resources.map(({ type, props }, index) => ({ type, props, name: String(index) }));
  const { rules } = evaluate(declared, { environment: "prod", rules: STANDARD });
  const found = resources.map((): Set<string> => new Set());
  for (const { failed, undetermined } of rules) {
    for (const { rule, resource, message } of failed) {
      found[Number(resource.name)]?.add(message.includes("the rule itself failed") ? `${rule} (threw)` : rule);
    }
    for (const { rule, resource } of undetermined) found[Number(resource.name)]?.add(`${rule} (undetermined)`);
  }
  return found.map((rules) => [...rules].sort());
}

/** The rules for what admission found, sorted. */
export function rulesOf(checks: readonly string[]): string[] {
  return checks.map((check) => CHECKS[check] ?? `no rule for ${check}`).sort();
}
