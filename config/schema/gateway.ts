import { z } from "zod";
import { host } from "./host.ts";
import { label } from "./label.ts";

const port = (usual: number) =>
  z
    .int()
    .min(1)
    .max(65535)
    .default(usual)
    .meta({ examples: [usual] });

export const gateway = z
  .strictObject({
    class: z
      .string()
      .min(1)
      .describe("GatewayClass whose controller serves the routes.")
      .meta({ examples: ["traefik"] }),
    controller: z
      .enum(["traefik", "envoy-gateway", "istio", "cilium", "contour", "kgateway", "nginx", "other"])
      .optional()
      .describe("Who serves the class. Default: the controller whose usual class name it is, else `other`.")
      .meta({ examples: ["envoy-gateway"] }),
    name: label("gateway")
      .default("gateway")
      .describe("Name of the Gateway; stacks on one cluster each need their own."),
    namespace: z
      .string()
      .min(1)
      .describe("Namespace in which the controller's proxies run; the Gateway and its certificates stand there.")
      .meta({ examples: ["traefik"] }),
    hosts: z
      .array(host)
      .min(1)
      .optional()
      .describe("Host names that are served. Default: any.")
      .meta({ examples: [["shop.example.com"]] }),
    tls: z
      .strictObject({
        secret: z
          .string()
          .min(1)
          .optional()
          .describe("A `kubernetes.io/tls` Secret in the Gateway's namespace. Exactly one of `secret` and `issuer`.")
          .meta({ examples: ["shop-tls"] }),
        issuer: z
          .string()
          .min(1)
          .optional()
          .describe("ClusterIssuer of cert-manager that issues a certificate for the hosts.")
          .meta({ examples: ["letsencrypt"] }),
      })
      .optional()
      .describe("Certificate of the hosts. Default: plain HTTP."),
    redirectHttp: z
      .boolean()
      .default(true)
      .describe("Answer plain HTTP with a redirect to HTTPS, where there is `tls`.")
      .meta({ examples: [false] }),
    ports: z
      .strictObject({
        http: port(80).describe("Port of plain HTTP."),
        https: port(443).describe("Port of HTTPS."),
      })
      .prefault({})
      .describe("Ports of the listeners, where the controller has others: 8000 and 8443 in Traefik's chart."),
  })
  .describe("Where requests enter the cluster. Needed by services with `routes`.");
