import type { SecretReference } from "../../../configuration/index.ts";
import type { S3Args } from "./args.ts";
import { FOLDER, type LokiSpec } from "./spec.ts";

/**
 * How lines and index are laid out from a day on. An entry stays for as long as there are lines of its time; a new layout
 * is a further entry, with a day to come.
 * @see https://grafana.com/docs/loki/latest/operations/storage/schema/
 */
const layouts = [{ from: "2026-01-01", store: "tsdb", schema: "v13", index: { prefix: "index_", period: "24h" } }];

/** Where files are kept: in a bucket, or on the disk. */
export function objectStore({ s3 }: Pick<LokiSpec, "s3">): "s3" | "filesystem" {
  return s3 ? "s3" : "filesystem";
}

export function schema(spec: Pick<LokiSpec, "s3">) {
  return { configs: layouts.map((layout) => ({ ...layout, object_store: objectStore(spec) })) };
}

/** @see https://grafana.com/docs/loki/latest/configure/#common */
export function commonStorage({ s3 }: Pick<LokiSpec, "s3">) {
  return s3
    ? { s3: bucket(s3) }
    : { filesystem: { chunks_directory: `${FOLDER}/chunks`, rules_directory: `${FOLDER}/rules` } };
}

function bucket({ bucket, region, endpoint, forcePathStyle = endpoint !== undefined, credentials }: S3Args) {
  return {
    bucketnames: bucket,
    region,
    // The path style takes an address without its scheme.
    ...(endpoint !== undefined && { endpoint: new URL(endpoint).host, insecure: endpoint.startsWith("http:") }),
    ...(forcePathStyle && { s3forcepathstyle: true }),
    ...(credentials !== undefined && {
      access_key_id: `\${${ACCESS_KEY_ID}}`,
      secret_access_key: `\${${SECRET_ACCESS_KEY}}`,
    }),
  };
}

const ACCESS_KEY_ID = "S3_ACCESS_KEY_ID";
const SECRET_ACCESS_KEY = "S3_SECRET_ACCESS_KEY";

/** Loki's configuration takes variables (`-config.expand-env`), and no files. */
export function bucketKeys({ s3 }: Pick<LokiSpec, "s3">): SecretReference[] {
  const secret = s3?.credentials;
  if (secret === undefined) return [];
  return [
    { name: ACCESS_KEY_ID, as: "env", secret, key: "accessKeyId" },
    { name: SECRET_ACCESS_KEY, as: "env", secret, key: "secretAccessKey" },
  ];
}
