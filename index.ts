import type { Output } from "@pulumi/pulumi";
import { BuiltImage, Environment, inCluster, mirrored, resolveDigest, Service } from "./components/index.ts";
import { loadStack, type ServiceConfig } from "./config/index.ts";

const stack = loadStack();

const cluster = inCluster(stack.cluster.context);

const tenants = new Map(stack.tenants.map(({ name, quota }) => [name, new Environment(name, { quota }, cluster)]));

/** URL of each service inside the cluster, by name. */
export const services = Object.fromEntries(stack.services.map((service) => [service.name, run(service).url]));

function run({ name, tenant, build, image, ...args }: ServiceConfig): Service {
  const environment = tenants.get(tenant);
  return new Service(
    name,
    { ...args, namespace: environment?.namespace ?? tenant, image: imageOf(name, build, image) },
    cluster,
  );
}

function imageOf(name: string, build: ServiceConfig["build"], image = ""): Output<string> | string {
  const { registry, mirror, resolveDigests } = stack.images;
  if (build) return new BuiltImage(name, { build, registry, mirror }).reference;
  const reference = mirrored(image, mirror);
  return resolveDigests ? resolveDigest(reference) : reference;
}
