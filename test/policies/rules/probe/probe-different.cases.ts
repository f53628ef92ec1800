import { rule } from "../../../../policies/rules/probe/probe-different.ts";
import type { RuleCases } from "../../cases.ts";
import { container } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const http = (path: unknown, port: unknown = 8080) => ({ httpGet: { path, port } });
const both = (livenessProbe: unknown, readinessProbe: unknown) => container({ livenessProbe, readinessProbe });
const LIVENESS = ["spec.containers[0].livenessProbe"];
const exec = (...command: unknown[]) => ({ exec: { command } });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "other paths", given: both(http("/livez"), http("/readyz")) },
    { it: "other ports", given: both(http("/", 8080), http("/", 8081)) },
    { it: "other handlers", given: both(http("/"), { tcpSocket: { port: 8080 } }) },
    { it: "other commands", given: both(exec("check", "live"), exec("check", "ready")) },
    { it: "an unknown port that does not matter", given: both(http("/livez", UNKNOWN), http("/readyz", UNKNOWN)) },
  ],
  violating: [
    { it: "the same request", given: both(http("/"), http("/")), finds: LIVENESS },
    {
      it: "the same request, more patiently",
      given: both({ ...http("/"), failureThreshold: 10 }, http("/")),
      finds: LIVENESS,
    },
    {
      it: "the same port",
      given: both({ tcpSocket: { port: "http" } }, { tcpSocket: { port: "http" } }),
      finds: LIVENESS,
    },
    { it: "the same command", given: both(exec("check"), exec("check")), finds: LIVENESS },
    { it: "the same service", given: both({ grpc: { port: 1 } }, { grpc: { port: 1 } }), finds: LIVENESS },
  ],
  unknown: [
    { it: "a path", given: both(http(UNKNOWN), http("/")), finds: LIVENESS },
    { it: "a probe", given: both(http("/"), UNKNOWN_OBJECT), finds: LIVENESS },
  ],
  malformed: [{ it: "neither asks anything", given: both("yes", { httpGet: [] }), finds: LIVENESS }],
};
