import fc from "fast-check";
import { expect, test } from "vitest";
import { budget, containerProbes, effectiveProbes, type ProbeArgs } from "../../../../components/workload/probes.ts";
import { effectiveShutdown, shutdownProblems } from "../../../../components/workload/shutdown.ts";
import { MAX_STARTUP, timingProblems } from "../../../../components/workload/timings.ts";
import { proxy, specOf } from "./arguments.ts";

const whole = (min: number, max: number) => fc.integer({ min, max });
const probe = fc.record({ period: whole(1, 30), timeout: whole(1, 40), failures: whole(1, 40) });
const probes = fc.record({ startup: probe, readiness: probe, liveness: probe });
const shutdown = fc.record({ propagation: whole(1, 400), drain: whole(1, 400) });

interface Timings {
  startup: Required<Pick<ProbeArgs, "period" | "timeout" | "failures">>;
  readiness: Timings["startup"];
  liveness: Timings["startup"];
}

/** Exactly where an inequality does not hold, a sentence names both values. */
function refusedExactlyWhere(
  broken: (timings: Timings, drain: number) => boolean,
  sentence: (timings: Timings, drain: number) => string,
) {
  fc.assert(
    fc.property(probes, whole(1, 400), (timings, drain) => {
      const problems = timingProblems(effectiveProbes(timings), drain);
      expect(problems.some((problem) => problem.startsWith(sentence(timings, drain)))).toBe(broken(timings, drain));
    }),
    { numRuns: 500 },
  );
}

test("readiness gives up before the drain is over", () => {
  refusedExactlyWhere(
    ({ readiness }, drain) => readiness.period * readiness.failures >= drain,
    ({ readiness }, drain) =>
      `probes.readiness: period (${readiness.period} s) × failures (${readiness.failures}) must stay below shutdown.drain (${drain} s); `,
  );
});

test("a pod's traffic goes elsewhere before it is restarted", () => {
  refusedExactlyWhere(
    ({ readiness, liveness }) => readiness.period * readiness.failures >= liveness.period * liveness.failures,
    ({ readiness, liveness }) =>
      `probes.liveness: period (${liveness.period} s) × failures (${liveness.failures}) must exceed readiness' (${readiness.period} s × ${readiness.failures})`,
  );
});

test("a container starts within what a rollout waits for", () => {
  refusedExactlyWhere(
    ({ startup }) => startup.period * startup.failures > MAX_STARTUP,
    ({ startup }) =>
      `probes.startup: period (${startup.period} s) × failures (${startup.failures}) is more than the ${MAX_STARTUP} s`,
  );
});

test.each(["startup", "readiness", "liveness"] as const)("%s has its answer before it asks again", (name) => {
  refusedExactlyWhere(
    (timings) => timings[name].timeout > timings[name].period,
    (timings) => `probes.${name}: timeout (${timings[name].timeout} s) exceeds period (${timings[name].period} s); `,
  );
});

test("the kubelet outwaits endpoint propagation and drain, and a node drain outwaits the kubelet", () => {
  fc.assert(
    fc.property(shutdown, (args) => {
      const effective = effectiveShutdown(args);
      expect(effective.grace).toBeGreaterThan(args.propagation + args.drain);
      const [problem] = shutdownProblems(effective);
      expect(problem === undefined).toBe(effective.grace <= 600);
      if (problem) {
        expect(problem).toContain(`propagation (${args.propagation} s) and drain (${args.drain} s)`);
      }
    }),
  );
});

test("the way out that a sentence names is one", () => {
  expect(() => specOf({ shutdown: { drain: 10 } })).toThrow("raise drain to 11 s.");
  expect(() => specOf({ shutdown: { drain: 11 } })).not.toThrow();
  expect(() => specOf({ shutdown: { propagation: 100, drain: 800 } })).toThrow("lower them to 595 s together.");
  expect(() => specOf({ shutdown: { propagation: 100, drain: 495 } })).not.toThrow();
  expect(() => specOf({ probes: { startup: { period: 7, failures: 90 } } })).toThrow("lower failures to 85 or less");
  expect(() => specOf({ probes: { startup: { period: 7, failures: 85 } } })).not.toThrow();
});

test("the defaults hold, of a service and of its sidecars", () => {
  expect(timingProblems(effectiveProbes(), effectiveShutdown().drain)).toEqual([]);
  expect(budget(effectiveProbes().startup)).toBe(60);
  expect(() => specOf({ sidecars: [proxy] })).not.toThrow();
});

test("every problem is told at once, each under the name of the service and of the container", () => {
  const sidecars = [{ ...proxy, probes: { readiness: { path: "/ready", timeout: 30 } } }];
  const lines = [
    "service orders: probes.readiness: timeout (9 s) exceeds period (5 s); lower timeout or raise period.",
    "service orders: sidecar proxy: probes.readiness: timeout (30 s) exceeds period (5 s); lower timeout or raise period.",
  ];
  expect(() => specOf({ probes: { readiness: { timeout: 9 } }, sidecars })).toThrow(lines.join("\n"));
});

const ports = { main: "http", grpc: 9000 };

test.each<[string, ProbeArgs, object]>([
  ["HTTP", { path: "/up" }, { httpGet: { path: "/up", port: "http" } }],
  ["gRPC at the service's port", { grpc: {} }, { grpc: { port: 9000 } }],
  ["gRPC elsewhere", { grpc: { port: 9001, service: "orders" } }, { grpc: { port: 9001, service: "orders" } }],
  ["TCP", { tcp: {} }, { tcpSocket: { port: "http" } }],
  ["TCP elsewhere", { tcp: { port: 7000 } }, { tcpSocket: { port: 7000 } }],
])("asks by %s", (_, question, handler) => {
  const { readinessProbe } = containerProbes(effectiveProbes({ readiness: question }), ports);
  expect(readinessProbe).toEqual({ ...handler, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 });
});

test("startup asks what liveness asks, unless it is told otherwise; timings alone leave the question", () => {
  const asked = containerProbes(effectiveProbes({ liveness: { tcp: {} }, readiness: { period: 3 } }), ports);
  expect(asked.startupProbe).toMatchObject({ tcpSocket: { port: "http" }, periodSeconds: 2 });
  expect(asked.readinessProbe).toMatchObject({ httpGet: { path: "/readyz" }, periodSeconds: 3 });
  const own = containerProbes(effectiveProbes({ startup: { path: "/started" } }), ports);
  expect(own.startupProbe).toMatchObject({ httpGet: { path: "/started" } });
});

test("who asks more often than the default timeout waits until the next question", () => {
  expect(effectiveProbes({ readiness: { period: 1 } }).readiness).toMatchObject({ period: 1, timeout: 1 });
  expect(effectiveProbes({ readiness: { period: 9 } }).readiness).toMatchObject({ period: 9, timeout: 2 });
});

test("refuses a probe that asks two things, nothing, or gRPC at no port", () => {
  expect(() => specOf({ probes: { liveness: { path: "/", tcp: {} } } })).toThrow(
    "service orders: probes.liveness: asks by path and tcp; leave one of them.",
  );
  expect(() => specOf({ sidecars: [{ ...proxy, probes: {} }] })).toThrow(
    "service orders: sidecar proxy: probes.readiness: asks nothing; give it path, grpc or tcp.",
  );
  expect(() => specOf({ probes: { readiness: { grpc: {} } } })).toThrow("there is no grpcPort; set one of them.");
  expect(() => specOf({ grpcPort: 9000, probes: { readiness: { grpc: {} } } })).not.toThrow();
});
