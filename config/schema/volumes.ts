import { z } from "zod";
import { quantity } from "./quantity.ts";

export const volumeName = z
  .string()
  .regex(/^[a-z]([-a-z0-9]{0,18}[a-z0-9])?$/, "a lower-case name of letters, digits and `-`, at most 20 characters")
  .meta({ examples: ["data"] });

export const mountPath = z
  .string()
  .regex(/^\/[^:\s]+$/, "an absolute path such as /var/lib/data")
  .meta({ examples: ["/var/lib/data"] });

export const readOnly = z
  .boolean()
  .optional()
  .describe("Whether it can only be read. Default: true for configMap and secret.")
  .meta({ examples: [true] });

/** Names of objects that are not ours may be longer than our labels. */
export const objectName = (example: string) =>
  z
    .string()
    .regex(/^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/, "the name of an object: lower-case letters, digits, `-` and `.`")
    .meta({ examples: [example] });

const emptyDir = z
  .strictObject({ sizeLimit: quantity("64Mi").describe("The kubelet evicts a pod that writes more.") })
  .optional()
  .describe("An empty folder that goes with the pod.")
  .meta({ examples: [{ sizeLimit: "64Mi" }] });

const claim = z
  .strictObject({
    size: quantity("10Gi").describe("Size."),
    storageClass: objectName("gp3").optional().describe("Storage class. Default: the cluster's."),
    accessMode: z
      .enum(["ReadWriteOnce", "ReadWriteMany"])
      .optional()
      .describe("Who may mount it. Default: `ReadWriteOnce`, which allows a Deployment one pod.")
      .meta({ examples: ["ReadWriteOnce"] }),
  })
  .optional()
  .describe("Storage that outlives the pods: one for each pod of a StatefulSet, one for all of a Deployment.")
  .meta({ examples: [{ size: "10Gi" }] });

export const volumes = z
  .array(
    z.strictObject({
      name: volumeName.describe("Name, unique in the service."),
      mountPath: mountPath.describe("Where the service sees it."),
      readOnly,
      configMap: objectName("orders-rules").optional().describe("A ConfigMap whose keys are the files."),
      secret: objectName("orders-tls").optional().describe("A Secret whose keys are the files."),
      emptyDir,
      claim,
    }),
  )
  .optional()
  .describe("Folders of the pods: each exactly one of `configMap`, `secret`, `emptyDir` and `claim`.");

const fate = (what: string) =>
  z
    .enum(["Retain", "Delete"])
    .optional()
    .describe(what)
    .meta({ examples: ["Delete"] });

export const claimRetention = z
  .strictObject({
    whenDeleted: fate("When the service is deleted. Default: `Retain`."),
    whenScaled: fate("When a StatefulSet has fewer pods than before. Default: `Retain`."),
  })
  .optional()
  .describe("What becomes of claimed storage.");

export const mounts = z
  .array(z.strictObject({ volume: volumeName.describe("One of the service's volumes."), mountPath, readOnly }))
  .optional()
  .describe("Volumes of the service that the container sees.");
