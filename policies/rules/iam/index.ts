import type { Rule } from "../../rule.ts";
import { rule as iamNoAdministratorAccess } from "./iam-no-administrator-access.ts";
import { rule as iamNoCredentialsExposure } from "./iam-no-credentials-exposure.ts";
import { rule as iamNoDataExfiltration } from "./iam-no-data-exfiltration.ts";
import { rule as iamNoFullAccess } from "./iam-no-full-access.ts";
import { rule as iamNoPermissionsManagement } from "./iam-no-permissions-management.ts";
import { rule as iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation.ts";
import { rule as iamNoStarResource } from "./iam-no-star-resource.ts";
import { rule as iamNoUnconstrainedWrite } from "./iam-no-unconstrained-write.ts";
import { rule as iamNoUserKeys } from "./iam-no-user-keys.ts";
import { rule as iamNoUserPolicies } from "./iam-no-user-policies.ts";
import { rule as iamOidcTrustLimited } from "./iam-oidc-trust-limited.ts";
import { rule as iamTrustLimited } from "./iam-trust-limited.ts";

export const iam: readonly Rule[] = [
  iamNoFullAccess,
  iamNoPrivilegeEscalation,
  iamNoCredentialsExposure,
  iamNoDataExfiltration,
  iamNoPermissionsManagement,
  iamNoUnconstrainedWrite,
  iamNoStarResource,
  iamNoAdministratorAccess,
  iamTrustLimited,
  iamOidcTrustLimited,
  iamNoUserPolicies,
  iamNoUserKeys,
];
