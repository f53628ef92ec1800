import { ComponentResource, interpolate, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Service as CoreService, ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { openingsSpec } from "../network/index.ts";
import { disruptionBudget } from "../workload/disruption.ts";
import { registerAccess } from "./access.ts";
import type { ProgramArgs } from "./args.ts";
import { registerFolders } from "./configuration.ts";
import { programLabels } from "./pods.ts";
import { programSpec } from "./spec.ts";
import { addressSpec, registerPods } from "./workload.ts";

export type {
  FolderArgs,
  HttpProbeArgs,
  ProgramArgs,
  ProgramPortArgs,
  ProgramProbesArgs,
  ProgramResourceArgs,
  ProgramVolumeArgs,
} from "./args.ts";

/**
 * A third-party program that the platform runs, as secure as a service: its configuration in immutable files, an identity
 * with the rights that it names, a network policy with whom it talks to. Costs what its pods request; see docs/program.md.
 *
 * @example
 * new Program("jaeger", { namespace: "monitoring", image, ports: [{ name: "http-query", port: 16686 }], probes, resources });
 */
export class Program extends ComponentResource {
  /** Address inside the cluster, `http://<name>.<namespace>.svc:<first port>`; of a DaemonSet, which has none, empty. */
  readonly url: Output<string>;

  constructor(name: string, args: ProgramArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Program", name, {}, opts);
    const child = { parent: this };
    const spec = programSpec(name, args);
    const metadata = { name: spec.name, namespace: spec.namespace, labels: programLabels(spec.name) };

    const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, child);
    const policy = new NetworkPolicy(name, { metadata, spec: openingsSpec(spec.name, spec.network ?? {}) }, child);
    const access = registerAccess(name, spec, child);
    const configuration = registerFolders({ component: name, metadata, account, options: child }, spec);
    const options = { ...child, dependsOn: [account, policy, ...access] };
    const pods = registerPods({ component: name, spec, metadata, options }, configuration);
    if (spec.replicas > 1) {
      new PodDisruptionBudget(name, { metadata, spec: disruptionBudget(spec.name) }, child);
    }

    if (spec.kind === "DaemonSet") {
      this.url = interpolate``;
    } else {
      // After the pods: Pulumi waits for an address that has endpoints.
      const address = new CoreService(name, { metadata, spec: addressSpec(spec) }, { ...child, dependsOn: pods });
      this.url = interpolate`http://${address.metadata.name}.${address.metadata.namespace}.svc:${spec.ports[0]?.port}`;
    }
    this.registerOutputs({ url: this.url });
  }
}
