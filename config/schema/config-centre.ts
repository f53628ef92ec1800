import { z } from "zod";

const text = (example: string) =>
  z
    .string()
    .min(1)
    .meta({ examples: [example] });

export const configCentre = z
  .strictObject({
    kind: z
      .enum(["nacos", "apollo"])
      .describe("Which product.")
      .meta({ examples: ["nacos"] }),
    address: text("nacos.config.svc:8848").describe(
      "Nacos: `host:port`, several with commas. Apollo: URL of the meta server.",
    ),
    namespace: text("shop").optional().describe("Nacos: id of the namespace. Apollo: namespaces to read, with commas."),
    group: text("DEFAULT_GROUP").optional().describe("Nacos: group of the configuration."),
    dataId: text("orders.yaml").optional().describe("Nacos: id of the configuration."),
    appId: text("orders").optional().describe("Apollo: id of the application."),
    cluster: text("default").optional().describe("Apollo: cluster whose configuration is read."),
    username: text("orders").optional().describe("Nacos: user name."),
    passwordKey: text("orders/nacos")
      .optional()
      .describe("Key under `slipway:secrets`: Nacos' password, or Apollo's access key. The service gets it as a file."),
  })
  .describe("A configuration centre that the service reads by itself.");
