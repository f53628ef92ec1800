import { z } from "zod";

/** RFC 1123 label, 40 characters at most so that suffixes such as a ReplicaSet's hash still fit into 63. */
export const label = (example: string) =>
  z
    .string()
    .regex(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/, "a lower-case name of letters, digits and `-`, at most 40 characters")
    .meta({ examples: [example] });
