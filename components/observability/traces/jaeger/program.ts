import type { Input } from "@pulumi/pulumi";
import type { ProgramArgs } from "../../../program/index.ts";
import type { TracesArgs } from "../args.ts";
import { GATEWAY } from "../gateway/spec.ts";
import { jaegerPorts } from "../ports.ts";
import { storageOf } from "./storage.ts";

/**
 * Spans that may wait for the storage. The default of 2000 is less than what is decided upon in a busy second, and Jaeger drops the
 * rest without a word to the sender.
 */
const QUEUE = 10_000;

/**
 * Jaeger as a program. What it also listens on, for agents of former times, no policy lets anybody reach.
 * @see https://www.jaegertracing.io/docs/1.62/cli/#jaeger-all-in-one
 */
export function jaegerProgram(args: TracesArgs, image: Input<string>): ProgramArgs {
  const { namespace, scrapedFrom = namespace } = args;
  const { query, otlpGrpc, admin } = jaegerPorts;
  const storage = storageOf(args);
  return {
    name: "jaeger",
    namespace,
    image,
    kind: storage.volumes?.some(({ claim }) => claim) ? "StatefulSet" : "Deployment",
    args: [`--collector.queue-size=${QUEUE}`, ...storage.args],
    env: { SPAN_STORAGE_TYPE: storage.type },
    ports: [
      // The first is that of the program's address.
      { name: "http-query", port: query },
      { name: "otlp-grpc", port: otlpGrpc, appProtocol: "kubernetes.io/h2c" },
      { name: "http-metrics", port: admin },
    ],
    probes: { readiness: { path: "/", port: admin } },
    resources: args.resources?.jaeger ?? storage.resources,
    volumes: storage.volumes,
    secretReferences: storage.secretReferences,
    network: {
      from: [
        { pods: { name: GATEWAY, namespace }, ports: [otlpGrpc] },
        { namespace: scrapedFrom, ports: [admin] },
        { namespace, ports: [query] },
      ],
      to: storage.to,
    },
  };
}
