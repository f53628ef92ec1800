import { ComponentResource, interpolate, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Deployment } from "@pulumi/kubernetes/apps/v1/index.js";
import { Service as CoreService, ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/index.js";
import { addressSpec } from "./address.ts";
import { withDefaults, type ServiceArgs } from "./args.ts";
import { awaitAnnotations, deploymentSpec } from "./deployment.ts";
import { disruptionBudget, toleratesDisruption } from "./disruption.ts";
import { recommendedLabels } from "./labels.ts";

export type { ServiceArgs } from "./args.ts";
export type { ProfileName } from "./resources.ts";

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
    const spec = withDefaults(args);
    const metadata = { name, namespace: spec.namespace, labels: recommendedLabels(name) };
    const awaited = { ...metadata, annotations: awaitAnnotations };

    const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, child);
    const deployment = new Deployment(
      name,
      { metadata: awaited, spec: deploymentSpec(name, spec) },
      { ...child, dependsOn: account },
    );
    // After the pods: Pulumi waits for an address that has endpoints, in vain where the pods cannot come up.
    const address = new CoreService(
      name,
      { metadata: awaited, spec: addressSpec(name, spec) },
      { ...child, dependsOn: deployment },
    );
    if (toleratesDisruption(spec)) {
      new PodDisruptionBudget(name, { metadata, spec: disruptionBudget(name) }, child);
    }

    this.url = interpolate`http://${address.metadata.name}.${address.metadata.namespace}.svc:${spec.port}`;
    this.registerOutputs({ url: this.url, deployment: deployment.metadata.name });
  }
}
