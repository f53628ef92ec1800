import { at, text } from "../objects.ts";
import { READY, failed, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

const FIVE_MINUTES = 300;

/** Bound; or left for its first pod, where the storage class provisions only then. */
export const persistentVolumeClaim: Wait = {
  timeout: FIVE_MINUTES,
  async observe(object, cluster) {
    const name = text(object, "spec", "storageClassName");
    if (!name) return { owners: [object] };
    const reference = { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name } };
    return { owners: [object], storageClass: await cluster.find(reference) };
  },
  evaluate({ object, related }) {
    const name = object.metadata.name ?? "";
    const phase = text(object, "status", "phase");
    if (phase === "Lost") return failed(`${name} has lost its volume ${text(object, "spec", "volumeName")}`);
    if (phase === "Bound" || at(related.storageClass, "volumeBindingMode") === "WaitForFirstConsumer") return READY;
    return waiting(`Waiting for ${name} to be bound to a volume`);
  },
};

/** Available or bound. */
export const persistentVolume: Wait = {
  timeout: FIVE_MINUTES,
  evaluate({ object }) {
    const name = object.metadata.name ?? "";
    const phase = text(object, "status", "phase");
    if (phase === "Failed") return failed(`${name}: ${text(object, "status", "message")}`);
    return phase === "Available" || phase === "Bound" ? READY : waiting(`Waiting for ${name} to be available`);
  },
};
