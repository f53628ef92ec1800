import { z } from "zod";
import { formatPath } from "../protocol/paths.ts";
import { isMap, UNKNOWN, type Path, type Value, type ValueMap } from "../protocol/values.ts";

const strings = z.array(z.string());
const stringMap = z.record(z.string(), z.string());
const disabled = z.boolean().optional();
const compression = { compression: z.string(), compressionLevel: z.number(), forceCompression: z.boolean() };

/** How caches and exports say more than where: the attribute's name for BuildKit is in `buildctl/entries.ts`. */
const cacheTarget = z.object({ mode: z.enum(["min", "max"]), ignoreError: z.boolean(), ...compression }).partial();
const imageExport = z
  .object({
    ...compression,
    annotations: stringMap,
    danglingNamePrefix: z.string(),
    dest: z.string(),
    insecure: z.boolean(),
    nameCanonical: z.boolean(),
    names: strings,
    ociMediaTypes: z.boolean(),
    push: z.boolean(),
    pushByDigest: z.boolean(),
    store: z.boolean(),
    tar: z.boolean(),
    unpack: z.boolean(),
  })
  .partial();

const cacheFrom = z.object({
  disabled,
  raw: z.string().optional(),
  registry: z.object({ ref: z.string() }).optional(),
  local: z.object({ src: z.string(), digest: z.string().optional() }).optional(),
  gha: z.object({ scope: z.string().optional() }).optional(),
});
const cacheTo = z.object({
  disabled,
  raw: z.string().optional(),
  inline: z.object({}).optional(),
  registry: cacheTarget
    .extend({ ref: z.string(), ociMediaTypes: z.boolean().optional(), imageManifest: z.boolean().optional() })
    .optional(),
  local: cacheTarget.extend({ dest: z.string() }).optional(),
  gha: cacheTarget.extend({ scope: z.string().optional() }).optional(),
});
const exported = z.object({
  disabled,
  raw: z.string().optional(),
  cacheonly: z.object({}).optional(),
  registry: imageExport.optional(),
  image: imageExport.optional(),
  docker: imageExport.optional(),
  oci: imageExport.optional(),
  local: z.object({ dest: z.string() }).optional(),
  tar: z.object({ dest: z.string() }).optional(),
});

/**
 * Arguments of `docker-build:index:Image`, as the SDK's `ImageArgs` has them. Caches in S3 and Azure are left out: nobody
 * runs them in a lab.
 */
const schema = z.object({
  addHosts: strings.optional(),
  buildArgs: stringMap.optional(),
  buildOnPreview: z.boolean().optional(),
  cacheFrom: z.array(cacheFrom.strict()).optional(),
  cacheTo: z.array(cacheTo.strict()).optional(),
  context: z
    .object({
      location: z.string().optional(),
      named: z.record(z.string(), z.object({ location: z.string() })).optional(),
    })
    .optional(),
  dockerfile: z.object({ location: z.string().optional(), inline: z.string().optional() }).optional(),
  exports: z.array(exported.strict()).optional(),
  ignoreSecretsInDiffCalculation: strings.optional(),
  labels: stringMap.optional(),
  load: z.boolean().optional(),
  network: z.enum(["default", "host", "none"]).optional(),
  noCache: z.boolean().optional(),
  platforms: strings.optional(),
  pull: z.boolean().optional(),
  push: z.boolean(),
  registries: z
    .array(z.object({ address: z.string(), username: z.string().optional(), password: z.string().optional() }))
    .optional(),
  secrets: stringMap.optional(),
  ssh: z.array(z.object({ id: z.string(), paths: strings.optional() })).optional(),
  tags: strings.optional(),
  target: z.string().optional(),
});

export type ImageInputs = z.infer<typeof schema>;
export type CacheEntry = z.infer<typeof cacheFrom> | z.infer<typeof cacheTo>;
export type ExportEntry = z.infer<typeof exported>;

/** A property that cannot be used as it is, and why. */
export interface Failure {
  property: string;
  reason: string;
}

/** Values without those that are not known yet: a preview works with what there is. */
export function known(value: Value | undefined): Value | undefined {
  if (value === UNKNOWN || value === null) return undefined;
  if (Array.isArray(value)) return value.map(known).filter((item) => item !== undefined);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, known(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** Reads inputs, or says what is wrong with each that cannot be read. Unknown values are left out. */
export function readInputs(values: ValueMap): { inputs: ImageInputs; failures?: undefined } | { failures: Failure[] } {
  const pending = values.push === UNKNOWN ? { push: false } : {};
  const { success, data, error } = schema.safeParse({ ...(known(values) as ValueMap), ...pending });
  if (success) return { inputs: data };
  return {
    failures: error.issues.map(({ path, message }) => ({ property: formatPath(path as Path), reason: message })),
  };
}
