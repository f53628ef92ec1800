import type { Output } from "@pulumi/pulumi";
import {
  BuiltImage,
  bundled,
  Environment,
  footprint,
  Gateway,
  inCluster,
  mirrored,
  readBundle,
  resolveDigest,
  Route,
  ScheduledTask,
  Service,
  taskFootprint,
  type Consumer,
} from "./components/index.ts";
import { loadStack, type ClusterConfig, type ServiceConfig, type TaskConfig } from "./config/index.ts";

const stack = loadStack();

const bundle = stack.images.bundle ? readBundle(stack.images.bundle) : undefined;
// Built once, however many clusters run them.
const images = new Map(
  [...stack.services, ...stack.tasks.filter(({ service }) => !service)].map((what) => [what.name, imageOf(what)]),
);

const launched = stack.clusters.map(launch);

/** URL of each service inside its cluster, by name; where the stack has several clusters, by `<cluster>-<name>`. */
export const services = Object.fromEntries(launched.flatMap(({ urls }) => urls));

/** What the gateway leads to each service: addresses, by the same names. */
export const routes = Object.fromEntries(launched.flatMap(({ routes }) => routes));

/** Everything that goes to one cluster. Its Pulumi names begin with the prefix, its Kubernetes names do not. */
function launch({ name, context, prefix, tenants, services, tasks }: ClusterConfig) {
  const cluster = inCluster(context, name);

  const namespaces = new Map(
    tenants.map((tenant) => {
      const here = <T extends { tenant: string }>(what: T) => what.tenant === tenant.name;
      const consumers = [...services.filter(here).map(consumption), ...tasks.filter(here).map(taskConsumption)];
      const { namespace } = new Environment(prefix + tenant.name, { ...tenant, consumers }, cluster);
      return [tenant.name, namespace];
    }),
  );
  const placed = <T extends { name: string; tenant: string; service?: string }>(what: T) => ({
    ...what,
    namespace: namespaces.get(what.tenant) ?? what.tenant,
    image: images.get(what.service ?? what.name) ?? "",
  });

  const running = new Map(
    services.map((service) => [service.name, new Service(prefix + service.name, placed(service), cluster)]),
  );
  const urls = [...running].map(([service, { url }]): [string, Output<string>] => [prefix + service, url]);

  const routed = services.filter(({ routes }) => routes.length > 0);
  const routesFrom = [...new Set(routed.map((service) => placed(service).namespace))];
  const gateway =
    stack.gateway && routed.length > 0
      ? new Gateway(prefix + stack.gateway.name, { ...stack.gateway, routesFrom }, cluster).reference
      : undefined;
  const routes = routed.flatMap(({ routes: rules, ...service }): [string, Output<string[]>][] => {
    if (!gateway) return [];
    const { name, namespace, port } = placed(service);
    // A route to a service that is not there yet would be answered with 500.
    const dependsOn = [...running.values()];
    const route = new Route(
      prefix + name,
      { name, namespace, gateway, service: name, port, rules },
      { ...cluster, dependsOn },
    );
    return [[prefix + name, route.urls]];
  });

  for (const task of tasks) new ScheduledTask(prefix + task.name, placed(task), cluster);

  return { urls, routes };
}

/** What a service takes of its tenant's quota, before there are namespace and image. */
function consumption(service: ServiceConfig): Consumer {
  return { name: service.name, ...footprint({ ...service, namespace: service.tenant, image: "" }) };
}

function taskConsumption(task: TaskConfig): Consumer {
  return { name: task.name, ...taskFootprint({ ...task, namespace: task.tenant, image: "" }) };
}

function imageOf({
  name,
  build,
  image = "",
}: Pick<ServiceConfig, "name" | "build" | "image">): Output<string> | string {
  const { registry, mirror, resolveDigests } = stack.images;
  if (bundle) return bundled(bundle, build ? `${registry}/${name}` : image, mirror);
  if (build) return new BuiltImage(name, { build, registry, mirror }).reference;
  const reference = mirrored(image, mirror);
  return resolveDigests ? resolveDigest(reference) : reference;
}
