import { createHash } from "node:crypto";

export const ENVIRONMENT = "slipway-environment";
export const DELIVERY = "slipway-delivery";
export const LOGS = "slipway-logs";
export const NODE = "slipway-nodes";
export const PLATFORM = "slipway-platform";

/** Grafana's own bound. @see https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid */
const MAX = 40;
const HASH = 8;

/**
 * Where the dashboard of a service is found, `slipway-service-<namespace>-<name>`: what an alert's link holds. A hash
 * follows where that would be too long, or where the dash of a namespace makes it the uid of another service too.
 */
export function serviceUid(namespace: string, name: string): string {
  const plain = `slipway-service-${namespace}-${name}`;
  if (plain.length <= MAX && !namespace.includes("-")) return plain;
  const hash = createHash("sha256").update(`${namespace}/${name}`).digest("hex").slice(0, HASH);
  return `${plain.slice(0, MAX - HASH - 1)}-${hash}`;
}
