import type { CacheEntry, ExportEntry } from "../inputs.ts";

/** An output or a cache as BuildKit knows it: `type=…,key=value,…`. */
export interface Entry {
  type: string;
  attributes: Record<string, string>;
}

/** BuildKit's names where they are not the property's own. */
const ATTRIBUTES: Record<string, string> = {
  compressionLevel: "compression-level",
  danglingNamePrefix: "dangling-name-prefix",
  forceCompression: "force-compression",
  ignoreError: "ignore-error",
  imageManifest: "image-manifest",
  nameCanonical: "name-canonical",
  names: "name",
  ociMediaTypes: "oci-mediatypes",
  pushByDigest: "push-by-digest",
};

/**
 * Reads a caches' or outputs' short form, as the Docker CLI takes it.
 * @throws Error when it has no type
 */
function parseRaw(raw: string): Entry {
  // Fields are CSV: one with a comma in it stands in quotes.
  const fields = [...raw.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
  const attributes = Object.fromEntries(
    fields.map((field) => {
      const [key = "", ...value] = field.split("=");
      return [key.trim().toLowerCase(), value.join("=")];
    }),
  );
  const { type, ...rest } = attributes;
  if (type === undefined || type === "") throw new Error(`"${raw}" has no type=`);
  return { type, attributes: rest };
}

/**
 * The one kind that an entry names, in BuildKit's words; undefined when the entry is switched off.
 * @throws Error when it names none or several
 */
export function toEntry({ disabled, raw, ...kinds }: CacheEntry | ExportEntry): Entry | undefined {
  if (disabled) return undefined;
  const named = Object.entries(kinds).filter(([, options]) => options !== undefined);
  if (named.length + (raw === undefined ? 0 : 1) !== 1) throw new Error("name exactly one type");
  if (raw !== undefined) return parseRaw(raw);
  const [[type = "", options] = []] = named;
  const { annotations = {}, ...rest } = (options ?? {}) as Record<string, unknown> & {
    annotations?: Record<string, string>;
  };
  const attributes = Object.entries(rest).map(([key, value]) => [ATTRIBUTES[key] ?? key, String(value)]);
  const notes = Object.entries(annotations).map(([key, value]) => [`annotation.${key}`, value]);
  return { type, attributes: Object.fromEntries([...attributes, ...notes]) as Record<string, string> };
}

/** An entry as a command line argument. */
export function formatEntry({ type, attributes }: Entry): string {
  return [["type", type], ...Object.entries(attributes)]
    .map(([key, value]) => `${key}=${value}`)
    .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(",");
}
