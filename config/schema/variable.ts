import { z } from "zod";

/** Name of an environment variable. */
export const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "a variable name");

/** Environment variables by name. */
export const variables = z.record(variable, z.string().meta({ examples: ["info"] })).default({});
