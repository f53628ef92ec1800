import { z } from "zod";
import { label } from "./label.ts";
import { containerPort } from "./ports.ts";
import { probes } from "./probes.ts";
import { resources } from "./resources.ts";
import { variables } from "./variable.ts";
import { mounts } from "./volumes.ts";

export const words = (what: string, example: string[]) =>
  z
    .array(z.string())
    .optional()
    .describe(what)
    .meta({ examples: [example] });

const container = {
  name: label("proxy").describe("Name, unique in the service."),
  image: z
    .string()
    .min(1)
    .describe("A ready-made image, `repository:tag` or `repository@digest`.")
    .meta({ examples: ["ghcr.io/acme/proxy:1.4.2"] }),
  command: words("What runs instead of the image's entry point.", ["/bin/proxy"]),
  args: words("Arguments.", ["--verbose"]),
  env: variables.describe("Environment variables. Not for secrets."),
  resources: resources.describe("What differs from 50m to 200m CPU and 64Mi to 128Mi memory."),
  mounts,
};

export const initContainers = z
  .array(z.strictObject(container))
  .optional()
  .describe("Containers that run before the service, one after the other, each to its end.");

export const sidecars = z
  .array(
    z.strictObject({
      ...container,
      port: containerPort(9443).describe("Port that it serves and is probed at."),
      probes: probes.describe(
        "What the kubelet asks: `readiness` must say by what. Default of liveness: a TCP connection to `port`.",
      ),
    }),
  )
  .optional()
  .describe("Containers that run beside the service; they start before it and go after it.");
