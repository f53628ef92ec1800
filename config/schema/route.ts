import { z } from "zod";
import { host } from "./host.ts";
import { label } from "./label.ts";

/** Durations of the Gateway API. @see https://gateway-api.sigs.k8s.io/geps/gep-2257/ */
const duration = (example: string) =>
  z
    .string()
    .regex(/^([0-9]{1,5}(h|m|s|ms)){1,4}$/, "a duration such as `500ms`, `10s` or `1m30s`")
    .meta({ examples: [example] });

const count = (example: number) =>
  z
    .int()
    .min(1)
    .meta({ examples: [example] });

const headerName = z.string().regex(/^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/, "a header's name");
const values = (example: string) =>
  z.record(
    headerName,
    z
      .string()
      .min(1)
      .meta({ examples: [example] }),
  );

const headerChanges = z.strictObject({
  set: values("nosniff").optional().describe("Values in place of those that are there."),
  add: values("nosniff").optional().describe("Values beside those that are there."),
  remove: z
    .array(headerName)
    .optional()
    .describe("Headers that are taken away.")
    .meta({ examples: [["Server"]] }),
});

export const route = z.strictObject({
  path: z
    .string()
    .regex(/^\/[^*?#\s]*(?<=\/)\*$|^\/[^*?#\s]*$/, "a path such as `/api/v1`, `/api/v1/*` or `/`")
    .describe("Path prefix; `/api/v1` and `/api/v1/*` mean the same: that path and everything below.")
    .meta({ examples: ["/api/v1"] }),
  exact: z
    .boolean()
    .default(false)
    .describe("The path alone, and nothing below it.")
    .meta({ examples: [true] }),
  hosts: z
    .array(host)
    .min(1)
    .optional()
    .describe("Host names, each served by the gateway. Default: the gateway's.")
    .meta({ examples: [["shop.example.com"]] }),
  methods: z
    .array(z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]))
    .min(1)
    .optional()
    .describe("Methods. Default: all.")
    .meta({ examples: [["GET", "HEAD"]] }),
  headers: values("true").optional().describe("Headers that a request must have, with their exact values."),
  query: z
    .record(z.string().min(1), z.string().meta({ examples: ["2"] }))
    .optional()
    .describe("Query parameters that a request must have, with their exact values."),
  timeouts: z
    .strictObject({
      request: duration("10s").optional().describe("From the request to the end of the answer."),
      backendRequest: duration("5s").optional().describe("Of one attempt at a pod."),
    })
    .optional()
    .describe("How long an answer may take; then the gateway answers 504."),
  retries: z
    .strictObject({
      attempts: count(2).describe("Attempts after the first one."),
      backoff: duration("100ms").optional().describe("Time before the first of them. Default: none."),
    })
    .optional()
    .describe("Repeat requests of which nothing reached a pod, on another one."),
  rateLimit: z
    .strictObject({
      average: count(100).describe("Requests per period that one client address may send."),
      period: duration("1s").default("1s").describe("The period."),
      burst: count(200).optional().describe("Requests that may come at once. Default: as many as the average."),
    })
    .optional()
    .describe("Answer 429 to a client that sends more. Each proxy counts for itself."),
  requestHeaders: headerChanges.optional().describe("Changes of the headers that the service sees."),
  responseHeaders: headerChanges.optional().describe("Changes of the headers that the client sees."),
  weights: z
    .record(
      label("orders"),
      z
        .int()
        .min(0)
        .max(1_000_000)
        .meta({ examples: [90] }),
    )
    .optional()
    .describe("Shares of services of the same tenant, by name. Default: all to this service."),
});
