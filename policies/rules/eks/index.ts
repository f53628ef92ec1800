import type { Rule } from "../../rule.ts";
import { rule as eksAuthenticationMode } from "./eks-authentication-mode.ts";
import { rule as eksControlPlaneLogs } from "./eks-control-plane-logs.ts";
import { rule as eksEndpointNotOpen } from "./eks-endpoint-not-open.ts";
import { rule as eksNodeMetadata } from "./eks-node-metadata.ts";
import { rule as eksNodeNoOpenSsh } from "./eks-node-no-open-ssh.ts";
import { rule as eksSecretsEncryption } from "./eks-secrets-encryption.ts";
import { rule as eksVersionSupported } from "./eks-version-supported.ts";

export const eks: readonly Rule[] = [
  eksSecretsEncryption,
  eksEndpointNotOpen,
  eksControlPlaneLogs,
  eksVersionSupported,
  eksAuthenticationMode,
  eksNodeNoOpenSsh,
  eksNodeMetadata,
];
