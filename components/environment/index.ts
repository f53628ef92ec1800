import { all, ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { LimitRange, Namespace, ResourceQuota } from "@pulumi/kubernetes/core/v1/index.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { Role, RoleBinding } from "@pulumi/kubernetes/rbac/v1/index.js";
import { defaultDeny } from "../network/index.ts";
import { subjects, type SubjectsArgs } from "./access.ts";
import { refuseMisfit, type Consumer } from "./fit.ts";
import { limitRangeSpec } from "./limit-range.ts";
import { namespaceLabels } from "./namespace.ts";
import { quotaSpec, withDefaults, type QuotaArgs } from "./quota.ts";
import { roles } from "./roles.ts";

export type { SubjectsArgs } from "./access.ts";
export type { Consumer } from "./fit.ts";
export type { QuotaArgs } from "./quota.ts";

/** Arguments of {@link Environment}. */
export interface EnvironmentArgs {
  /**
   * Name of the namespace and of what is in it. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** What everything in the namespace may ask for together. */
  quota: QuotaArgs;
  /**
   * What is to run there: refused, with the arithmetic, where it would not fit while all of it is being rolled.
   * @default - unknown, and not checked
   */
  consumers?: Consumer[];
  /**
   * Who may change workloads; not quota, limits, network policies, roles or secrets.
   * @default - nobody
   */
  deployers?: SubjectsArgs;
  /**
   * Who may read everything but secrets.
   * @default - nobody
   */
  viewers?: SubjectsArgs;
}

/**
 * Where a tenant's services run: a namespace that lets in only pods of the `restricted` Pod Security Standard and no
 * traffic, with a quota, sizes for containers, and roles for those who look after it. Costs nothing by itself.
 *
 * @example
 * new Environment("shop", { quota: { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" } });
 */
export class Environment extends ComponentResource {
  /** Name of the namespace, known once quota, sizes and the closed door are in force. */
  readonly namespace: Output<string>;

  constructor(name: string, args: EnvironmentArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Environment", name, {}, opts);
    const tenant = args.name ?? name;
    const quota = withDefaults(args.quota);
    refuseMisfit(tenant, quota, args.consumers ?? []);

    const namespace = new Namespace(
      name,
      { metadata: { name: tenant, labels: namespaceLabels(tenant) } },
      { parent: this },
    );
    const inside = { parent: this, deletedWith: namespace };
    const metadata = { name: tenant, namespace: namespace.metadata.name };
    const guards = [
      new ResourceQuota(name, { metadata, spec: quotaSpec(quota) }, inside),
      new LimitRange(name, { metadata, spec: limitRangeSpec(quota) }, inside),
      new NetworkPolicy(
        `${name}-default-deny`,
        { metadata: { ...metadata, name: "default-deny" }, spec: defaultDeny },
        inside,
      ),
    ];
    this.#role(name, "deployer", namespace, args.deployers);
    this.#role(name, "viewer", namespace, args.viewers);

    // A pod that came before its guards would not be counted, or would talk: whoever uses the name waits for all.
    this.namespace = all(guards.map(({ metadata }) => metadata.namespace)).apply(([first = tenant]) => first);
    this.registerOutputs({ namespace: this.namespace });
  }

  #role(name: string, role: keyof typeof roles, namespace: Namespace, who: SubjectsArgs = {}): void {
    const bound = subjects(who);
    if (bound.length === 0) return;
    const inside = { parent: this, deletedWith: namespace };
    const metadata = { name: role, namespace: namespace.metadata.name };
    const { metadata: own } = new Role(`${name}-${role}`, { metadata, rules: roles[role] }, inside);
    const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: own.name };
    new RoleBinding(`${name}-${role}`, { metadata, roleRef, subjects: bound }, inside);
  }
}
