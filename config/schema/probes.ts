import { z } from "zod";
import { containerPort } from "./ports.ts";
import { seconds } from "./seconds.ts";

const path = z
  .string()
  .regex(/^\/\S*$/, "a path such as /readyz")
  .optional()
  .describe("HTTP path on the main port. At most one of `path`, `grpc` and `tcp`.")
  .meta({ examples: ["/readyz"] });

const grpc = z
  .strictObject({
    port: containerPort(9000).optional().describe("Port. Default: `grpcPort`."),
    service: z
      .string()
      .optional()
      .describe("Name that the health service is asked about. Default: the server as a whole.")
      .meta({ examples: ["orders.v1.Orders"] }),
  })
  .optional()
  .describe("The gRPC health protocol.")
  .meta({ examples: [{ service: "orders.v1.Orders" }] });

const tcp = z
  .strictObject({ port: containerPort(8080).optional().describe("Port. Default: the main port.") })
  .optional()
  .describe("A TCP connection.")
  .meta({ examples: [{}] });

const probe = (what: string, period: number, timeout: number, failures: number) =>
  z
    .strictObject({
      path,
      grpc,
      tcp,
      period: seconds(period).describe(`Seconds from one question to the next. Default: ${period}.`),
      timeout: seconds(timeout).describe(
        `Seconds to wait for the answer. Default: ${timeout}, or the period where that is less.`,
      ),
      failures: z
        .int()
        .min(1)
        .max(1000)
        .optional()
        .describe(`Failures in a row that count as no. Default: ${failures}.`)
        .meta({ examples: [failures] }),
    })
    .optional()
    .describe(what);

export const probes = z
  .strictObject({
    startup: probe("Has it started? Default: liveness' question.", 2, 2, 30),
    readiness: probe("Should it get traffic? Default: `/readyz`.", 5, 2, 2),
    liveness: probe("Must it be restarted? Default: `/livez`.", 10, 5, 3),
  })
  .describe("What the kubelet asks.")
  .meta({ examples: [{ readiness: { path: "/ready" } }] });

export const shutdown = z
  .strictObject({
    propagation: seconds(5).describe("Seconds until every node has forgotten a pod that is going away. Default: 5."),
    drain: seconds(20).describe("Seconds for the requests that are still held. Default: 20."),
  })
  .optional()
  .describe("How a pod goes away.");
