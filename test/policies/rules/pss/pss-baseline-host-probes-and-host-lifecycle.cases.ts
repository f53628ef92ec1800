import { rule } from "../../../../policies/rules/pss/pss-baseline-host-probes-and-host-lifecycle.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const HANDLERS = ["livenessProbe", "readinessProbe", "startupProbe", "postStart", "preStop"];
const ACTIONS = ["httpGet", "tcpSocket"];

/** A container with a handler, under `lifecycle` where it belongs there. */
function having(handler: string, action: string, host: unknown): object {
  const fields = { [handler]: { [action]: { port: 80, host } } };
  return handler.endsWith("Probe") ? fields : { lifecycle: fields };
}

const field = (handler: string, action: string) =>
  `${handler.endsWith("Probe") ? "" : "lifecycle."}${handler}.${action}.host`;

const onAll = (it: string, host: unknown) =>
  HANDLERS.flatMap((handler) =>
    ACTIONS.flatMap((action) =>
      inEachList(`${handler} ${action} ${it}`, having(handler, action, host), [field(handler, action)]),
    ),
  );

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "no probes", given: container({}) },
    ...["", undefined, null].flatMap((host) => inEachList(`host ${host}`, having("livenessProbe", "httpGet", host))),
    {
      it: "a Host header",
      given: container({ livenessProbe: { httpGet: { httpHeaders: [{ name: "Host", value: "x" }] } } }),
    },
    { it: "grpc knows no host", given: container({ livenessProbe: { grpc: { port: 80, host: "a" } } }) },
  ],
  violating: onAll("names a host", "127.0.0.1"),
  unknown: [
    ...onAll("is unknown", UNKNOWN),
    {
      it: "the probe",
      given: container({ readinessProbe: UNKNOWN_OBJECT }),
      finds: ["spec.containers[0].readinessProbe.httpGet.host", "spec.containers[0].readinessProbe.tcpSocket.host"],
    },
  ],
  malformed: onAll("is a number", 1),
};
