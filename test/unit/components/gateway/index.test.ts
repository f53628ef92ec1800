import { expect, test } from "vitest";
import { Gateway, Route, type GatewayArgs, type RuleArgs } from "../../../../components/gateway/index.ts";
import { recorded } from "../recorded.ts";

const base: GatewayArgs = { class: "traefik", namespace: "traefik", routesFrom: ["shop"] };
const status = { status: { addresses: [{ value: "192.0.2.1" }] } };

interface Manifest {
  kind: string;
  metadata: { name: string; annotations: Record<string, string> };
  spec: {
    listeners: { name: string; allowedRoutes: object; hostname?: string }[];
    parentRefs: object[];
    hostnames?: string[];
    rules: object[];
  };
}

async function gateway(args: Partial<GatewayArgs>) {
  const { resources, resource } = await recorded(() => new Gateway("gateway", { ...base, ...args }), status);
  const manifests = resources.map(({ inputs }) => inputs as unknown as Manifest);
  return { manifests: manifests.filter(({ kind }) => kind), reference: (resource as Gateway).reference };
}

async function route(args: Partial<GatewayArgs>, rules: RuleArgs[]) {
  const { reference } = await gateway(args);
  const { resources, resource } = await recorded(
    () => new Route("orders", { namespace: "shop", gateway: reference, service: "orders", port: 8080, rules }),
  );
  const routes = resources
    .map(({ inputs }) => inputs as unknown as Manifest)
    .filter(({ kind }) => kind === "HTTPRoute");
  return { routes, urls: await new Promise((resolve) => void (resource as Route).urls.apply(resolve)) };
}

const fromShop = {
  namespaces: {
    from: "Selector",
    selector: { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values: ["shop"] }] },
  },
};

test("plain HTTP: one listener for the tenants, and the address that the controller gives", async () => {
  const { manifests, reference } = await gateway({});
  expect(manifests).toHaveLength(1);
  expect(manifests[0]!.spec.listeners).toEqual([{ name: "http", protocol: "HTTP", port: 80, allowedRoutes: fromShop }]);
  expect(
    await new Promise((resolve) => void (reference.address as { apply: (f: unknown) => void }).apply(resolve)),
  ).toBe("192.0.2.1");
});

test("TLS: a listener a host, and plain HTTP closed to the tenants, for it only redirects", async () => {
  const { manifests, reference } = await gateway({
    hosts: ["a.example", "*.b.example"],
    tls: { issuer: "letsencrypt" },
  });
  const [entry, redirect] = manifests;
  expect(entry!.metadata.annotations["cert-manager.io/cluster-issuer"]).toBe("letsencrypt");
  expect(entry!.spec.listeners).toMatchObject([
    { name: "http", allowedRoutes: { namespaces: { from: "Same" } } },
    { name: "https-a-example", hostname: "a.example", port: 443, allowedRoutes: fromShop },
    { name: "https-any-b-example", hostname: "*.b.example", tls: { certificateRefs: [{ name: "gateway-tls" }] } },
  ]);
  expect(redirect!.spec).toMatchObject({
    parentRefs: [{ name: "gateway", sectionName: "http" }],
    rules: [{ filters: [{ requestRedirect: { scheme: "https", statusCode: 301 } }] }],
  });
  expect(reference.listeners.map(({ name }) => name)).toEqual(["https-a-example", "https-any-b-example"]);
});

test("without the redirect both listeners are the tenants'", async () => {
  const { manifests, reference } = await gateway({ tls: { secret: "given" }, redirectHttp: false });
  expect(manifests).toHaveLength(1);
  expect(manifests[0]!.spec.listeners.map(({ allowedRoutes }) => allowedRoutes)).toEqual([fromShop, fromShop]);
  expect(reference.listeners.map(({ name }) => name)).toEqual(["http", "https"]);
});

test("each rule is a route that waits for the listeners that it names, and says where it is reached", async () => {
  const { routes, urls } = await route({}, [{ path: "/api/*" }, { path: "/health" }]);
  expect(routes.map(({ metadata }) => metadata.name)).toEqual(["orders-api", "orders-health"]);
  expect(routes[0]!.spec).toMatchObject({
    parentRefs: [{ name: "gateway", namespace: "traefik", sectionName: "http" }],
    rules: [{}],
  });
  expect(routes[0]!.spec).not.toHaveProperty("hostnames");
  expect(JSON.parse(routes[0]!.metadata.annotations["pulumi.com/waitFor"]!)).toEqual([
    'jsonpath={.status.parents[0].conditions[?(@.type=="Accepted")].status}=True',
    'jsonpath={.status.parents[0].conditions[?(@.type=="ResolvedRefs")].status}=True',
  ]);
  expect(urls).toEqual(["http://192.0.2.1/api", "http://192.0.2.1/health"]);
});

test("a rule of other hosts is on the listeners of those hosts alone", async () => {
  const args = { hosts: ["a.example", "*.b.example"], tls: { secret: "given" } };
  const { routes, urls } = await route(args, [{ path: "/" }, { path: "/", hosts: ["x.b.example"] }]);
  expect(routes.map(({ metadata, spec }) => [metadata.name, spec.hostnames, spec.parentRefs.length])).toEqual([
    ["orders-root", ["a.example", "*.b.example"], 2],
    ["orders-root-2", ["x.b.example"], 1],
  ]);
  expect(urls).toEqual(["https://a.example/", "https://x.b.example/"]);
});

test("what a controller lacks is refused before anything is registered", async () => {
  await expect(route({ class: "nginx" }, [{ path: "/", rateLimit: { average: 1 } }])).rejects.toThrow(
    "route orders: path / asks for rateLimit, which cannot be had from the controller nginx",
  );
});
