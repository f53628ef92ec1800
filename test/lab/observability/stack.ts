import { expect } from "vitest";
import { Checkout } from "../checkout.ts";
import { address, kubectl } from "./cluster.ts";
import { Jaeger } from "./jaeger.ts";
import { Loki } from "./loki.ts";
import { Prometheus } from "./prometheus.ts";

/** Tenant of the services that are watched. */
export const TENANT = "watched";

/** Namespace of what watches them, and that of its agents. */
export const MONITORING = "watch";
export const AGENTS = `${MONITORING}-node`;

export const HOST = "watched.test";

/** Seconds between two scrapes. */
export const SCRAPE = 5;

/**
 * The dev stack with services of which the tests can ask for trouble; `loud` is for what the others must not suffer from.
 *
 * @param resourceMetrics whether it brings the cluster's metrics API
 */
const stack = (resourceMetrics: boolean) => `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/${TENANT}, mirror: localhost:5000, resolveDigests: true }
  slipway:gateway: { class: traefik, name: ${TENANT}, namespace: traefik, hosts: [${HOST}] }
  slipway:observability:
    namespace: ${MONITORING}
    metrics: { scrapeInterval: ${SCRAPE}s, controlPlane: true, resourceMetrics: ${resourceMetrics} }
    traces: { sampling: { ratio: 10 } }
    dashboards: { enabled: false }
  slipway:tenants:
    - name: ${TENANT}
      quota: { requestsCpu: "2", requestsMemory: 2Gi, limitsCpu: "4", limitsMemory: 4Gi }
  slipway:services:
    - name: orders
      tenant: ${TENANT}
      build: { context: services/orders }
      replicas: 2
      env: { LOG_LEVEL: info, ADMIN_ENABLED: "true", ADMIN_ADDRESS: ":6060", FAULTS_ENABLED: "true" }
      routes: [{ path: /api/v1 }, { path: /health }]
    - name: scribe
      tenant: ${TENANT}
      build: { context: test/lab/observability/scribe }
    - name: loud
      tenant: ${TENANT}
      build: { context: test/lab/observability/scribe }
`;

/** A stack with the whole monitoring, which takes a while to come up: the tests of a file share one. */
export class WatchedStack {
  readonly #checkout = new Checkout(TENANT);

  /**
   * @param beside whether another stack has brought a monitoring to the lab, as `make up` does. A cluster has one metrics
   *   API, and a port of a node one program.
   */
  constructor(beside: boolean) {
    this.#checkout.writeStack(stack(!beside));
    if (beside)
      this.#checkout.edit("components/observability/metrics/names.ts", (names) => names.replace("9100", "9101"));
  }

  up(): Promise<string> {
    return this.#run("up");
  }

  destroy(): Promise<string> {
    return this.#run("destroy");
  }

  /** Takes everything away, whatever became of the tests. */
  async remove(): Promise<void> {
    await this.#checkout.engine("destroy");
    this.#checkout.remove();
  }

  async #run(command: string): Promise<string> {
    const { exitCode, all } = await this.#checkout.engine(command);
    expect(exitCode, all).toBe(0);
    return all;
  }
}

/** Whether another stack watches the lab already. */
export async function isWatched(): Promise<boolean> {
  return (await kubectl("get", "apiservices", "-o", "name")).includes("metrics.k8s.io");
}

/** Where everything of the stack is reached from this machine. */
export async function addresses() {
  const [prometheus, loki, jaeger, scribe, loud] = await Promise.all([
    address(MONITORING, "prometheus", 9090),
    address(MONITORING, "loki", 3100),
    address(MONITORING, "jaeger", 16686),
    address(TENANT, "scribe", 8080),
    address(TENANT, "loud", 8080),
  ]);
  const status = "jsonpath={.status.addresses[0].value}";
  const gateway = await kubectl("-n", "traefik", "get", "gateway", TENANT, "-o", status);
  return {
    prometheus: new Prometheus(prometheus),
    loki: new Loki(loki),
    jaeger: new Jaeger(jaeger),
    gateway,
    scribe,
    loud,
  };
}
