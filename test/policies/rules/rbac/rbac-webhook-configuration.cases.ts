import { rule } from "../../../../policies/rules/rbac/rbac-webhook-configuration.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, {
  group: "admissionregistration.k8s.io",
  resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
  verb: "create",
});
