import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { LimitRange, Namespace, ResourceQuota } from "@pulumi/kubernetes/core/v1/index.js";
import { limitRangeSpec } from "./limit-range.ts";
import { namespaceLabels } from "./namespace.ts";
import { quotaSpec, type QuotaArgs } from "./quota.ts";

export type { QuotaArgs } from "./quota.ts";

/** Arguments of {@link Environment}. */
export interface EnvironmentArgs {
  /**
   * Name of the namespace and of what is in it. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** What all pods of the tenant may ask for together. */
  quota: QuotaArgs;
}

/**
 * Where a tenant's services run: a namespace that lets in only pods of the `restricted` Pod Security Standard, with a
 * quota and defaults for containers that state no resources. Costs nothing by itself.
 *
 * @example
 * new Environment("shop", { quota: { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" } });
 */
export class Environment extends ComponentResource {
  /** Name of the namespace, known once quota and defaults are in force. */
  readonly namespace: Output<string>;

  constructor(name: string, args: EnvironmentArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Environment", name, {}, opts);

    const tenant = args.name ?? name;
    const namespace = new Namespace(
      name,
      { metadata: { name: tenant, labels: namespaceLabels(tenant) } },
      { parent: this },
    );
    const inside = { parent: this, deletedWith: namespace };
    const metadata = { name: tenant, namespace: namespace.metadata.name };
    const quota = new ResourceQuota(name, { metadata, spec: quotaSpec(args.quota) }, inside);
    const limits = new LimitRange(name, { metadata, spec: limitRangeSpec }, inside);

    // A pod that came before the quota would not be counted by it: whoever uses the name waits for both.
    this.namespace = quota.metadata.namespace.apply(() => limits.metadata.namespace);
    this.registerOutputs({ namespace: this.namespace });
  }
}
