import { within } from "./cidr.ts";
import { way } from "./matrix.ts";
import { isPod, type Party, type Pod } from "./objects.ts";

/** A stack file as somebody reads it who asks who may talk to whom; what it leaves out has the documented default. */
export interface Declared {
  gateway?: { namespace: string };
  observability?: { install?: boolean; namespace?: string };
  services?: DeclaredService[];
  tasks?: DeclaredTask[];
}

interface Caller {
  name: string;
  tenant: string;
  calls?: string[];
  egress?: { cidr: string; ports: number[]; protocol?: string }[];
}

export interface DeclaredService extends Caller {
  port?: number;
  grpcPort?: number;
  metricsPort?: number;
  routes?: { path?: string; weights?: Record<string, number> }[];
  migration?: object;
}

export interface DeclaredTask extends Caller {
  lease?: object;
}

/** What hands out a node's credentials, and is never meant by an address block. */
const METADATA = ["169.254.169.254", "100.100.100.200"];

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** Every way that a stack file opens, in the words of {@link matrix}. */
export function declaredWays(stack: Declared, parties: readonly Party[]): string[] {
  const { services = [], tasks = [] } = stack;
  const pods = parties.filter(isPod);
  const inNamespace = (namespace: string | undefined) => pods.filter((pod) => pod.namespace === namespace);
  const { scrapers, collectors } = monitoringOf(stack, inNamespace(stack.observability?.namespace ?? "monitoring"));
  const dns = inNamespace("kube-system").filter(({ labels }) => labels["k8s-app"] === "kube-dns");
  const gateway = inNamespace(stack.gateway?.namespace);

  const all = (
    from: readonly Party[],
    to: readonly Party[],
    ports: readonly (number | undefined)[],
    protocol = "TCP",
  ) =>
    from.flatMap((one) =>
      to.flatMap((other) => ports.flatMap((port) => (port ? [way(one, other, port, protocol)] : []))),
    );
  const served = ({ port = 8080, grpcPort }: DeclaredService) => [port, grpcPort];
  const podsOfService = ({ name, tenant }: DeclaredService) =>
    inNamespace(tenant).filter(
      (pod) => /^(Deployment|StatefulSet|DaemonSet)\//.test(pod.name) && pod.name.endsWith(`/${name}`),
    );

  const outgoing = (from: readonly Pod[], { calls = [], egress = [] }: Caller) => [
    ...all(from, dns, [53]),
    ...all(from, dns, [53], "UDP"),
    ...all(from, collectors, [4317, 4318]),
    ...services
      .filter(({ name }) => calls.includes(name))
      .flatMap((callee) => all(from, podsOfService(callee), served(callee))),
    ...egress.flatMap(({ cidr, ports, protocol }) => all(from, outside(parties, [cidr]), ports, protocol)),
  ];

  const ways = [
    ...services.flatMap((service) => {
      const own = podsOfService(service);
      const routed = services.some(({ name, routes = [] }) =>
        name === service.name ? routes.length > 0 : routes.some(({ weights = {} }) => service.name in weights),
      );
      const migrating = inNamespace(service.tenant).filter(({ name }) =>
        name.startsWith(`Job/${service.name}-migration`),
      );
      return [
        ...outgoing(own, service),
        ...outgoing(migrating, service),
        ...all(scrapers, own, [service.metricsPort ?? 9090]),
        ...(routed ? all(gateway, own, served(service)) : []),
      ];
    }),
    ...tasks.flatMap((task) => {
      const own = inNamespace(task.tenant).filter(({ name }) => name === `CronJob/${task.name}`);
      return [...outgoing(own, task), ...(task.lease ? all(own, outside(parties, PRIVATE), [443, 6443]) : [])];
    }),
  ];
  return [...new Set(ways)].sort();
}

/**
 * Who scrapes and who takes spans. Where the stack brings its own monitoring, its namespace refuses everything to everybody
 * but these; another stack's may have anybody there.
 */
function monitoringOf({ observability }: Declared, pods: readonly Pod[]): { scrapers: Pod[]; collectors: Pod[] } {
  if (!observability || observability.install === false) return { scrapers: [...pods], collectors: [...pods] };
  const named = (name: string) => pods.filter((pod) => pod.name.endsWith(`/${name}`));
  return { scrapers: named("prometheus"), collectors: named("otel-gateway") };
}

/** Whoever is meant by address: never a pod here, for the pods of these tests have none, and never the metadata. */
function outside(parties: readonly Party[], cidrs: readonly string[]): Party[] {
  return parties.filter(
    ({ ip }) => ip !== undefined && !METADATA.includes(ip) && cidrs.some((cidr) => within(ip, cidr)),
  );
}
