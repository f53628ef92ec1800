import { bytes } from "../../../quantity.ts";
import { milliseconds } from "../../duration.ts";
import { levelNames } from "../agent/levels.ts";
import type { LogsArgs } from "../args.ts";
import { SMALLEST_BURST } from "./spec.ts";

const DAY = milliseconds("1d");

/** What does not hold of the arguments of Loki. */
export function lokiProblems(args: LogsArgs): string[] {
  const { images, replicas = 1, s3, storage, rateBurst, rateLimit } = args;
  const { retentionByNamespace = {}, retentionByLevel = {} } = args;
  return [
    ...(images.loki === undefined ? ["images.loki: is needed, for Loki takes the lines; give it, or a store."] : []),
    ...(Number.isInteger(replicas) && replicas >= 1
      ? []
      : [`replicas: ${replicas} is no number of Lokis; give at least 1.`]),
    ...(replicas > 1 && !s3 ? [`replicas: ${replicas} Lokis need a bucket that they share; give s3, or 1.`] : []),
    // Three copies of a line, of which two must be kept.
    ...(replicas === 2 ? ["replicas: of 2 Lokis neither may be away; give 1, or at least 3."] : []),
    ...(rateLimit !== undefined && bytes(rateLimit) === 0
      ? ["rateLimit: nothing could be written; give at least 1Ki."]
      : []),
    ...(rateBurst !== undefined && bytes(rateBurst) < SMALLEST_BURST
      ? [`rateBurst: ${rateBurst} is less than an agent sends at once; give at least 8Mi.`]
      : []),
    ...(storage !== undefined && bytes(storage) === 0 ? ["storage: is empty; give a size, or leave it out."] : []),
    ...periodProblems("retentionByNamespace", retentionByNamespace),
    ...periodProblems("retentionByLevel", retentionByLevel),
    ...Object.keys(retentionByLevel)
      .filter((level) => !levelNames.includes(level))
      .map((level) => `retentionByLevel: ${level} is no level; take one of ${levelNames.join(", ")}.`),
    ...(s3?.endpoint === undefined || /^https?:\/\/[^/@]+\/?$/.test(s3.endpoint)
      ? []
      : [`s3.endpoint: ${s3.endpoint} is no address; write it like https://minio.example.com:9000.`]),
  ];
}

/** @see https://grafana.com/docs/loki/latest/operations/storage/retention/#retention-configuration */
function periodProblems(name: string, periods: Record<string, string>): string[] {
  return Object.entries(periods)
    .filter(([, period]) => milliseconds(period) < DAY)
    .map(([value, period]) => `${name}.${value}: ${period} is less than the day that Loki can tell apart; give 1d.`);
}
