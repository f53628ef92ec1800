import type { Rule } from "../../rule.ts";
import { rule as pssBaselineAppArmorProfile } from "./pss-baseline-app-armor-profile.ts";
import { rule as pssBaselineCapabilitiesBaseline } from "./pss-baseline-capabilities-baseline.ts";
import { rule as pssBaselineHostNamespaces } from "./pss-baseline-host-namespaces.ts";
import { rule as pssBaselineHostPathVolumes } from "./pss-baseline-host-path-volumes.ts";
import { rule as pssBaselineHostPorts } from "./pss-baseline-host-ports.ts";
import { rule as pssBaselineHostProbesAndHostLifecycle } from "./pss-baseline-host-probes-and-host-lifecycle.ts";
import { rule as pssBaselinePrivileged } from "./pss-baseline-privileged.ts";
import { rule as pssBaselineProcMount } from "./pss-baseline-proc-mount.ts";
import { rule as pssBaselineSeLinuxOptions } from "./pss-baseline-se-linux-options.ts";
import { rule as pssBaselineSeccompProfileBaseline } from "./pss-baseline-seccomp-profile-baseline.ts";
import { rule as pssBaselineSysctls } from "./pss-baseline-sysctls.ts";
import { rule as pssBaselineWindowsHostProcess } from "./pss-baseline-windows-host-process.ts";
import { rule as pssRestrictedAllowPrivilegeEscalation } from "./pss-restricted-allow-privilege-escalation.ts";
import { rule as pssRestrictedCapabilitiesRestricted } from "./pss-restricted-capabilities-restricted.ts";
import { rule as pssRestrictedProcMountRestricted } from "./pss-restricted-proc-mount-restricted.ts";
import { rule as pssRestrictedRestrictedVolumes } from "./pss-restricted-restricted-volumes.ts";
import { rule as pssRestrictedRunAsNonRoot } from "./pss-restricted-run-as-non-root.ts";
import { rule as pssRestrictedRunAsUser } from "./pss-restricted-run-as-user.ts";
import { rule as pssRestrictedSeccompProfileRestricted } from "./pss-restricted-seccomp-profile-restricted.ts";

export const pss: readonly Rule[] = [
  pssBaselineAppArmorProfile,
  pssBaselineCapabilitiesBaseline,
  pssBaselineHostNamespaces,
  pssBaselineHostPathVolumes,
  pssBaselineHostPorts,
  pssBaselineHostProbesAndHostLifecycle,
  pssBaselinePrivileged,
  pssBaselineProcMount,
  pssBaselineSeLinuxOptions,
  pssBaselineSeccompProfileBaseline,
  pssBaselineSysctls,
  pssBaselineWindowsHostProcess,
  pssRestrictedAllowPrivilegeEscalation,
  pssRestrictedCapabilitiesRestricted,
  pssRestrictedProcMountRestricted,
  pssRestrictedRestrictedVolumes,
  pssRestrictedRunAsNonRoot,
  pssRestrictedRunAsUser,
  pssRestrictedSeccompProfileRestricted,
];
