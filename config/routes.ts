import type { Parsed } from "./schema/index.ts";

type Route = Parsed["services"][number]["routes"][number];

/** A route whose shares are named with the ports that they lead to. */
export interface RouteConfig extends Omit<Route, "weights"> {
  backends?: { service: string; port: number; weight: number }[];
}

/** A service as far as requests are led to it. */
interface Server {
  name: string;
  port: number;
}

/** The routes of a service, with the services that its weights name; by name, so that their order says nothing. */
export function routesOf(routes: readonly Route[], services: readonly Server[]): RouteConfig[] {
  return routes.map(({ weights, ...route }) => ({
    ...route,
    ...(weights && {
      backends: services
        .filter(({ name }) => name in weights)
        .map(({ name, port }) => ({ service: name, port, weight: weights[name] ?? 0 }))
        .sort((a, b) => (a.service < b.service ? -1 : 1)),
    }),
  }));
}
