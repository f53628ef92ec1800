import { ComponentResource, type ComponentResourceOptions, type Output, type Resource } from "@pulumi/pulumi";
import { CronJob } from "@pulumi/kubernetes/batch/v1/cronJob.js";
import { Lease } from "@pulumi/kubernetes/coordination/v1/lease.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { registerConfiguration } from "../configuration/index.ts";
import { networkPolicySpec } from "../network/index.ts";
import { recommendedLabels } from "../workload/labels.ts";
import type { ScheduledTaskArgs } from "./args.ts";
import { cronJobSpec } from "./cron-job.ts";
import { leaseRules } from "./lease.ts";
import { taskSpec } from "./spec.ts";

export { taskAlerts, type TaskAlert, type TaskAlertArgs } from "./alerts.ts";
export type { ScheduledTaskArgs } from "./args.ts";
export { taskFootprint } from "./footprint.ts";
export type { LeaseArgs } from "./lease.ts";

/**
 * A job on a schedule: one run at a time, with deadlines, attempts and an end, as secure as a service; where it asks for
 * a lease, each slot of the schedule is executed once. Costs what one run requests, while it runs; see docs/task.md.
 *
 * @example
 * new ScheduledTask("orders-cleanup", { namespace: shop.namespace, image: cleanup.reference, schedule: "0 2 * * *", lease: {} });
 */
export class ScheduledTask extends ComponentResource {
  /** Kubernetes name of the CronJob, for `kubectl create job --from=cronjob/<name>`. */
  readonly cronJob: Output<string>;

  constructor(name: string, args: ScheduledTaskArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:ScheduledTask", name, {}, opts);
    const child = { parent: this };
    const spec = taskSpec(name, args);
    const metadata = { name: spec.name, namespace: spec.namespace, labels: recommendedLabels(spec.name, "task") };

    const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, child);
    const needed: Resource[] = [account];
    if (spec.lease) {
      // Only its name: what the runs write into it is theirs, and no later `up` takes it back.
      needed.push(new Lease(name, { metadata }, child));
      needed.push(new Role(name, { metadata, rules: leaseRules(spec.name) }, child));
      const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: spec.name };
      const subjects = [{ kind: "ServiceAccount", name: spec.name, namespace: spec.namespace }];
      needed.push(new RoleBinding(name, { metadata, roleRef, subjects }, child));
    }
    if (spec.network) {
      const policy = networkPolicySpec({ name: spec.name, ports: [] }, spec.network);
      needed.push(new NetworkPolicy(name, { metadata, spec: policy }, child));
    }
    const configuration = registerConfiguration({ component: name, metadata, account, options: child }, spec);
    const cronJob = new CronJob(
      name,
      { metadata, spec: cronJobSpec(spec, configuration) },
      { ...child, dependsOn: needed },
    );

    this.cronJob = cronJob.metadata.name;
    this.registerOutputs({ cronJob: this.cronJob });
  }
}
