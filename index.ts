import type { Output } from "@pulumi/pulumi";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { BuiltImage, Environment, mirrored, resolveDigest, Service } from "./components/index.ts";
import { loadStack, type ServiceConfig } from "./config/index.ts";

const stack = loadStack();

const cluster = new Provider("cluster", {
  context: stack.cluster.context,
  // Without it a rotated kubeconfig looks like another cluster, and everything would be replaced.
  clusterIdentifier: stack.cluster.context,
  // An interrupted `up` may have created objects that its state does not know; the next one takes them over. Server-side
  // apply still refuses, by name, fields that another manager owns.
  upsertExistingObjects: true,
});
const inCluster = { provider: cluster };

const tenants = new Map(stack.tenants.map(({ name, quota }) => [name, new Environment(name, { quota }, inCluster)]));

/** URL of each service inside the cluster, by name. */
export const services = Object.fromEntries(stack.services.map((service) => [service.name, run(service).url]));

function run({ name, tenant, build, image, ...args }: ServiceConfig): Service {
  const environment = tenants.get(tenant);
  return new Service(
    name,
    { ...args, namespace: environment?.namespace ?? tenant, image: imageOf(name, build, image) },
    inCluster,
  );
}

function imageOf(name: string, build: ServiceConfig["build"], image = ""): Output<string> | string {
  const { registry, mirror, resolveDigests } = stack.images;
  if (build) return new BuiltImage(name, { build, registry, mirror }).reference;
  const reference = mirrored(image, mirror);
  return resolveDigests ? resolveDigest(reference) : reference;
}
