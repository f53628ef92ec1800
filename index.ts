import type { Output } from "@pulumi/pulumi";
import {
  BuiltImage,
  bundled,
  Environment,
  inCluster,
  mirrored,
  readBundle,
  resolveDigest,
  Service,
} from "./components/index.ts";
import { loadStack, type ClusterConfig, type ServiceConfig } from "./config/index.ts";

const stack = loadStack();

const bundle = stack.images.bundle ? readBundle(stack.images.bundle) : undefined;
// Built once, however many clusters run them.
const images = new Map(stack.services.map((service) => [service.name, imageOf(service)]));

const launched = stack.clusters.map(launch);

/** URL of each service inside its cluster, by name; where the stack has several clusters, by `<cluster>-<name>`. */
export const services = Object.fromEntries(launched.flatMap(({ urls }) => urls));

/** Everything that goes to one cluster. Its Pulumi names begin with the prefix, its Kubernetes names do not. */
function launch({ name, context, prefix, tenants, services }: ClusterConfig): { urls: [string, Output<string>][] } {
  const cluster = inCluster(context, name);

  const namespaces = new Map(
    tenants.map((tenant) => [tenant.name, new Environment(prefix + tenant.name, tenant, cluster).namespace]),
  );
  const placed = <T extends { name: string; tenant: string }>(what: T) => ({
    ...what,
    namespace: namespaces.get(what.tenant) ?? what.tenant,
    image: images.get(what.name) ?? "",
  });

  const urls = services.map((service): [string, Output<string>] => {
    const { url } = new Service(prefix + service.name, placed(service), cluster);
    return [prefix + service.name, url];
  });

  return { urls };
}

function imageOf({ name, build, image = "" }: ServiceConfig): Output<string> | string {
  const { registry, mirror, resolveDigests } = stack.images;
  if (bundle) return bundled(bundle, build ? `${registry}/${name}` : image, mirror);
  if (build) return new BuiltImage(name, { build, registry, mirror }).reference;
  const reference = mirrored(image, mirror);
  return resolveDigests ? resolveDigest(reference) : reference;
}
