import type { Levels } from "./rule.ts";

/** Refused wherever it is tried. */
export const mandatory: Levels = { dev: "mandatory", staging: "mandatory", prod: "mandatory" };
