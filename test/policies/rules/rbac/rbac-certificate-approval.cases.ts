import { rule } from "../../../../policies/rules/rbac/rbac-certificate-approval.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, {
  group: "certificates.k8s.io",
  resources: ["certificatesigningrequests/approval", "certificatesigningrequests/status", "signers"],
  verb: "update",
});
