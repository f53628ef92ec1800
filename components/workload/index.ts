import {
  ComponentResource,
  interpolate,
  type ComponentResourceOptions,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { Service as CoreService, ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/index.js";
import { registerConfiguration } from "../configuration/index.ts";
import { networkPolicySpec } from "../network/index.ts";
import { registerMigration } from "./migration.ts";
import { addressSpec } from "./address.ts";
import type { ServiceArgs } from "./args.ts";
import { autoscalerSpec } from "./autoscaling.ts";
import { disruptionBudget, toleratesDisruption } from "./disruption.ts";
import { recommendedLabels } from "./labels.ts";
import { listening } from "./ports.ts";
import { recommenderSpec, verticalPodAutoscaler } from "./recommendation.ts";
import { awaitAnnotations } from "./rollout.ts";
import { serviceSpec } from "./spec.ts";
import { registerWorkload } from "./workload.ts";

export type { ServiceArgs } from "./args.ts";
export { footprint, type Amounts, type Footprint } from "./footprint.ts";
export type { ProfileName } from "./profiles.ts";

/**
 * A Go service: pods behind a stable address, with the probes, limits, identity and budget that it needs to be deployed
 * at noon. Costs what its replicas request; see docs/workload.md.
 *
 * @example
 * new Service("orders", { namespace: shop.namespace, image: orders.reference, profile: "web", replicas: 3 });
 */
export class Service extends ComponentResource {
  /** Address inside the cluster, `http://<name>.<namespace>.svc:<port>`; known once the pods are ready. */
  readonly url: Output<string>;

  constructor(name: string, args: ServiceArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Service", name, {}, opts);
    const child = { parent: this };
    const spec = serviceSpec(name, args);
    const metadata = { name: spec.name, namespace: spec.namespace, labels: recommendedLabels(spec.name) };

    const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, child);
    // Before the pods: in a namespace that refuses everything they would start cut off.
    const before: Resource[] = [account];
    if (spec.network) {
      const policy = networkPolicySpec(listening(spec), spec.network);
      before.push(new NetworkPolicy(name, { metadata, spec: policy }, child));
    }
    const configuration = registerConfiguration({ component: name, metadata, account, options: child }, spec);
    if (spec.migration) {
      before.push(registerMigration({ component: name, spec, configuration, options: child }, spec.migration));
    }
    const workload = registerWorkload({ component: name, spec, metadata, options: child }, before, configuration);
    const after = { ...child, dependsOn: workload };
    // After the pods: Pulumi waits for an address that has endpoints, in vain where the pods cannot come up.
    const address = new CoreService(
      name,
      { metadata: { ...metadata, annotations: awaitAnnotations(spec) }, spec: addressSpec(spec) },
      after,
    );
    if (toleratesDisruption(spec)) {
      new PodDisruptionBudget(name, { metadata, spec: disruptionBudget(spec.name) }, child);
    }
    if (spec.autoscaling) {
      new HorizontalPodAutoscaler(name, { metadata, spec: autoscalerSpec(spec, spec.autoscaling) }, after);
    }
    if (spec.verticalAutoscaling) {
      new CustomResource(name, { ...verticalPodAutoscaler, metadata, spec: recommenderSpec(spec) }, after);
    }

    this.url = interpolate`http://${address.metadata.name}.${address.metadata.namespace}.svc:${spec.port}`;
    this.registerOutputs({ url: this.url });
  }
}
