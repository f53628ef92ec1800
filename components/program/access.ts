import { interpolate, type CustomResourceOptions, type Resource } from "@pulumi/pulumi";
import { ClusterRole, ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/index.js";
import type { ProgramSpec } from "./spec.ts";

/** Registers what a program may ask of the API server; two programs of one name live in two namespaces. */
export function registerAccess(component: string, spec: ProgramSpec, options: CustomResourceOptions): Resource[] {
  const { name, namespace, rules } = spec;
  if (rules.length === 0) return [];
  const metadata = { name: interpolate`${namespace}-${name}` };
  const role = new ClusterRole(component, { metadata, rules }, options);
  const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role.metadata.name };
  const subjects = [{ kind: "ServiceAccount", name, namespace }];
  return [new ClusterRoleBinding(component, { metadata, roleRef, subjects }, options)];
}
