import {
  Environment,
  footprint,
  Gateway,
  imageSource,
  inCluster,
  Observability,
  observabilityImages,
  otlpEndpoint,
  Route,
  ScheduledTask,
  Service,
  taskFootprint,
} from "./components/index.ts";
import { loadStack, type ClusterConfig } from "./config/index.ts";

const stack = loadStack();

const imageOf = imageSource(stack.images);
// Built once, however many clusters run them.
const images = new Map(
  [...stack.services, ...stack.tasks.filter(({ service }) => !service)].map((what) => [what.name, imageOf(what)]),
);

const launched = stack.clusters.map(launch);
const running = launched.flatMap(({ running }) => running);

/** URL of each service inside its cluster, by name; where the stack has several clusters, by `<cluster>-<name>`. */
export const services = Object.fromEntries(running.map(({ name, url }) => [name, url]));

/** What the gateway leads to each service: addresses, by the same names. */
export const routes = Object.fromEntries(running.flatMap(({ name, route }) => (route ? [[name, route.urls]] : [])));

/** What watches them: addresses inside their cluster, by program, where the stack has several by `<cluster>-<program>`. */
export const monitoring = Object.fromEntries(launched.flatMap(({ monitoring }) => monitoring));

/** Everything that goes to one cluster. Its Pulumi names begin with the prefix, its Kubernetes names do not. */
function launch({ name, context, prefix, gateway: entrance, observability: watch, tenants }: ClusterConfig) {
  const cluster = inCluster(context, name);
  const gateway = entrance && new Gateway(prefix + entrance.name, entrance, cluster).reference;
  const addresses =
    watch &&
    new Observability(`${prefix}observability`, { ...watch, images: observabilityImages(watch, imageOf) }, cluster)
      .addresses;
  const spans = watch?.traces && { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint(watch.namespace) };

  const running = tenants.flatMap(({ services, tasks, ...tenant }) => {
    const consumers = [
      ...services.map((service) => ({ name: service.name, ...footprint(service) })),
      ...tasks.map((task) => ({ name: task.name, ...taskFootprint(task) })),
    ];
    const { namespace } = new Environment(prefix + tenant.name, { ...tenant, consumers }, cluster);

    const known = new Map<string, Service>();
    for (const service of services) {
      const image = images.get(service.name) ?? "";
      const beside = {
        sidecars: service.sidecars?.map(withImage),
        initContainers: service.initContainers?.map(withImage),
      };
      const args = { ...service, ...beside, namespace, image, env: { ...spans, ...service.env } };
      known.set(service.name, new Service(prefix + service.name, args, cluster));
    }

    for (const task of tasks) {
      const image = images.get(task.service ?? task.name) ?? "";
      new ScheduledTask(prefix + task.name, { ...task, namespace, image }, cluster);
    }

    return services.map(({ name: own, port, routes: rules }) => {
      // After what it leads to, for a route to a service that is not there yet would be answered with 500; not after all
      // of them, which would be the square of their number.
      const backends = rules.flatMap(({ backends = [] }) => backends.map(({ service }) => service));
      const led = [...new Set([own, ...backends])].flatMap((service) => known.get(service) ?? []);
      const name = prefix + own;
      const args = { name: own, namespace, service: own, port, rules };
      const route =
        gateway && rules.length > 0 ? new Route(name, { ...args, gateway }, { ...cluster, dependsOn: led }) : undefined;
      return { name, url: known.get(own)?.url, route };
    });
  });
  return {
    running,
    monitoring: Object.entries(addresses ?? {}).map(([program, url]) => [prefix + program, url] as const),
  };
}

function withImage<Container extends { name: string; image: string }>(container: Container) {
  return { ...container, image: imageOf(container) };
}
