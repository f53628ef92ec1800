/** Stands for a value that only the update will know. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/**
 * How the engine spells an unknown value of each type on the wire.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go (Unknown…Value)
 */
const SENTINELS: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** How the SDK wraps a value that a program marked as secret; inside is the value as it will be used. */
const SECRET = "4dabf18193072939515e22adb298388d";

/**
 * `parent[key]`, or UNKNOWN, and whether it was marked as secret. Never throws: `@pulumi/policy` hands rules a proxy that
 * throws where a value is unknown, and by that ends the whole validation (pulumi-policy#258); a value that cannot be read
 * is one we do not know.
 */
export function read(parent: object, key: string): { value: unknown; secret: boolean } {
  try {
    if (!Object.hasOwn(parent, key)) return { value: undefined, secret: false };
    const value = (parent as Record<string, unknown>)[key];
    if (SENTINELS.has(value)) return { value: UNKNOWN, secret: false };
    if (typeof value !== "object" || value === null) return { value, secret: false };
    if (Object.hasOwn(value, "__pulumiUnknown")) return { value: UNKNOWN, secret: false };
    return Object.hasOwn(value, SECRET) ? { ...read(value, "value"), secret: true } : { value, secret: false };
  } catch {
    return { value: UNKNOWN, secret: false };
  }
}
