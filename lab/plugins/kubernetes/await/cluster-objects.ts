import { isDeepStrictEqual } from "node:util";
import { at, condition, text } from "../objects.ts";
import { READY, TEN_MINUTES, failed, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

/** Served: its kinds can be created from now on. */
export const customResourceDefinition: Wait = {
  timeout: TEN_MINUTES,
  evaluate({ object }) {
    const names = condition(object, "NamesAccepted");
    if (names?.status === "False")
      return failed(`${object.metadata.name ?? ""}: [${names.reason ?? ""}] ${names.message ?? ""}`);
    return condition(object, "Established")?.status === "True"
      ? READY
      : waiting("Waiting for the API server to serve the kind");
  },
};

export const namespace: Wait = {
  timeout: TEN_MINUTES,
  evaluate: ({ object }) =>
    text(object, "status", "phase") === "Active" ? READY : waiting("Waiting for the namespace to be active"),
};

const ONE_MINUTE = 60;

/** The controller counts against the limits that the program set. */
export const resourceQuota: Wait = {
  timeout: ONE_MINUTE,
  evaluate: ({ object }) =>
    isDeepStrictEqual(at(object, "spec", "hard"), at(object, "status", "hard"))
      ? READY
      : waiting("Waiting for the quota to be counted"),
};
