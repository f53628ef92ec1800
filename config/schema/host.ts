import { z } from "zod";

/** A host name as the Gateway API takes it: lower-case DNS name, with or without a wildcard as its first label. */
export const host = z
  .string()
  .regex(
    /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/,
    "a lower-case host name, or one after `*.`",
  )
  .max(253)
  .meta({ examples: ["shop.example.com"] });
