import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { issue, quoted, type Issue } from "./issue.ts";
import { anything, entries, namesOf, text, texts } from "./lenient.ts";

const routeShape = z
  .object({
    path: text,
    exact: z.boolean().catch(false),
    hosts: texts,
    methods: texts,
    headers: anything,
    query: anything,
    weights: z.record(z.string(), z.unknown()).catch({}),
  })
  .optional()
  .catch(undefined);

const serviceShape = { name: text, tenant: text, routes: z.array(routeShape).optional().catch(undefined) };

/** A route, where it stands and whose it is. */
interface Placed extends NonNullable<z.output<typeof routeShape>> {
  at: PropertyKey[];
  service: string;
  tenant?: string;
}

/** Routes need a gateway, lead to one place each, and share their requests with services of their own tenant. */
export function routeIssues(input: unknown): Issue[] {
  const routes = entries(input, "services", serviceShape).flatMap((service, index) =>
    (service?.routes ?? []).flatMap((route, position): Placed[] => {
      const at = ["services", index, "routes", position];
      return route ? [{ ...route, at, service: service?.name ?? "", tenant: service?.tenant }] : [];
    }),
  );
  return [...missingGateway(input, routes), ...conflicts(input, routes), ...strayWeights(input, routes)];
}

function missingGateway(input: unknown, routes: Placed[]): Issue[] {
  if ((input as { gateway?: unknown } | null)?.gateway !== undefined || routes.length === 0) return [];
  const owners = quoted([...new Set(routes.map(({ service }) => service))]);
  return [issue(["gateway"], `a gateway, since ${owners} has routes`, { class: "traefik", namespace: "traefik" })];
}

function conflicts(input: unknown, routes: Placed[]): Issue[] {
  const { hosts } = z
    .object({ hosts: texts })
    .catch({})
    .parse((input as { gateway?: unknown } | null)?.gateway);
  // Only those of one path are compared: each with each would be the square of their number.
  const earlier = new Map<string, Placed[]>();
  return routes.flatMap((route) => {
    const path = plain(route);
    const rivals = earlier.get(path) ?? [];
    const rival = rivals.find((other) => same(route, other, hosts) && meet(input, route, other));
    rivals.push(route);
    earlier.set(path, rivals);
    if (!rival) return [];
    const place = rival.service === route.service ? "an earlier route of this service" : `\`${rival.service}\``;
    return [issue([...route.at, "path"], `a path, host, method, header or query that ${place} does not take already`)];
  });
}

/** Whether two routes ask for the same requests, so that it would be chance which of them gets one. */
function same(a: Placed, b: Placed, served: string[] | undefined): boolean {
  return (
    a.path !== undefined &&
    b.path !== undefined &&
    a.exact === b.exact &&
    plain(a) === plain(b) &&
    shares(a.hosts ?? served, b.hosts ?? served) &&
    shares(a.methods, b.methods) &&
    isDeepStrictEqual(a.headers, b.headers) &&
    isDeepStrictEqual(a.query, b.query)
  );
}

/** `/api`, `/api/` and `/api/*` are one prefix. */
function plain({ path = "", exact }: Placed): string {
  return exact ? path : path.replace(/\/\*?$/, "");
}

/** Both without a condition, or with one that the same request can fulfil. With it on one side only, that side wins. */
function shares(a: string[] | undefined, b: string[] | undefined): boolean {
  return a && b ? a.some((item) => b.includes(item)) : a === b;
}

/** Whether two services run on the same cluster. */
function meet(input: unknown, a: Placed, b: Placed): boolean {
  const clusters = entries(input, "clusters", { services: texts }).map((cluster) => cluster?.services);
  const both = (named: string[] | undefined) => !named || (named.includes(a.service) && named.includes(b.service));
  return clusters.length === 0 || clusters.some(both);
}

function strayWeights(input: unknown, routes: Placed[]): Issue[] {
  const names = namesOf(input, "services");
  const tenants = entries(input, "services", { tenant: text }).map((service) => service?.tenant);
  return routes.flatMap(({ weights, tenant, at }) => {
    if (Object.keys(weights).length === 0) return [];
    const siblings = names.filter((name, index) => name !== undefined && tenants[index] === tenant) as string[];
    const strays = Object.keys(weights).filter((name) => !siblings.includes(name));
    return strays.map((name) =>
      issue([...at, "weights", name], `a name under \`services\` of the same tenant (${quoted(siblings)})`),
    );
  });
}
