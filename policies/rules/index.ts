import type { Rule } from "../rule.ts";
import { config } from "./config/index.ts";
import { container } from "./container/index.ts";
import { image } from "./image/index.ts";
import { ingress } from "./ingress/index.ts";
import { network } from "./network/index.ts";
import { pss } from "./pss/index.ts";
import { rbac } from "./rbac/index.ts";
import { secret } from "./secret/index.ts";
import { service } from "./service/index.ts";

/** Every rule of the pack, in the order in which reports list them. */
export const table: readonly Rule[] = [
  ...pss,
  ...container,
  ...image,
  ...secret,
  ...config,
  ...network,
  ...service,
  ...ingress,
  ...rbac,
];
