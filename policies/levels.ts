import type { Levels } from "./rule.ts";

/** Refused wherever it is tried. */
export const mandatory: Levels = { dev: "mandatory", staging: "mandatory", prod: "mandatory" };

/** Refused where users would suffer from it, and where it is rehearsed; a warning to who develops. */
export const mandatoryInProd: Levels = { dev: "advisory", staging: "mandatory", prod: "mandatory" };

/** Worth knowing, nowhere refused. */
export const advisory: Levels = { dev: "advisory", staging: "advisory", prod: "advisory" };

/** A matter of taste or of the cluster: not evaluated until a pack config says so. */
export const optIn: Levels = { dev: "disabled", staging: "disabled", prod: "disabled" };
