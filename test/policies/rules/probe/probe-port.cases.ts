import { rule } from "../../../../policies/rules/probe/probe-port.ts";
import type { RuleCases } from "../../cases.ts";
import { container, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const ports = [{ name: "http", containerPort: 8080 }];
const probing = (handler: string, port: unknown, probe = "readinessProbe") =>
  container({ ports, [probe]: { [handler]: { port } } });
const PORT = ["spec.containers[0].readinessProbe.httpGet.port"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...["livenessProbe", "readinessProbe", "startupProbe"].flatMap((probe) =>
      ["http", 8080].map((port) => ({ it: `${probe} ${port}`, given: probing("httpGet", port, probe) })),
    ),
    { it: "grpc", given: probing("grpc", 8080) },
    {
      it: "another container's port, by number",
      given: pod({ containers: [{ ports }, { name: "proxy", livenessProbe: { tcpSocket: { port: 8080 } } }] }),
    },
  ],
  violating: [
    { it: "a number that nobody declares", given: probing("httpGet", 8081), finds: PORT },
    { it: "a name that nobody declares", given: probing("httpGet", "https"), finds: PORT },
    {
      it: "no ports at all",
      given: container({ startupProbe: { tcpSocket: { port: 80 } } }),
      finds: ["spec.containers[0].startupProbe.tcpSocket.port"],
    },
    {
      it: "another container's port, by name",
      given: pod({ containers: [{ ports }, { name: "proxy", livenessProbe: { httpGet: { port: "http" } } }] }),
      finds: ["spec.containers[1].livenessProbe.httpGet.port"],
    },
  ],
  unknown: [
    { it: "the port", given: probing("httpGet", UNKNOWN), finds: PORT },
    {
      it: "the ports",
      given: container({ ports: UNKNOWN_OBJECT, readinessProbe: { httpGet: { port: 80 } } }),
      finds: PORT,
    },
  ],
  malformed: [{ it: "no port", given: probing("httpGet", {}), finds: PORT }],
};
