import structs from "google-protobuf/google/protobuf/struct_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { UNKNOWN, isMap, isSecret } from "./values.ts";
import type { Path, Properties, Value, ValueMap } from "./values.ts";

/** Key and value by which the engine marks a secret in the JSON-like structures of its protocol. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** What the engine sends for an unknown of each type; the string's sentinel is also what it takes back for all of them. */
const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const UNKNOWNS = new Set([
  UNKNOWN_STRING,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // bool
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** Reads what the engine sent: secrets unwrapped and listed by path, unknowns as {@link UNKNOWN}. */
export function decode(struct: Struct | undefined): Properties {
  const secrets: Path[] = [];
  const values = decodeValue(struct?.toJavaScript() ?? {}, [], secrets);
  return { values: values as ValueMap, secrets };
}

function decodeValue(value: Value, path: Path, secrets: Path[]): Value {
  if (typeof value === "string") return UNKNOWNS.has(value) ? UNKNOWN : value;
  if (Array.isArray(value)) return value.map((item, index) => decodeValue(item, [...path, index], secrets));
  if (!isMap(value)) return value;
  if (value[SIGNATURE] === SECRET) {
    if (!isSecret(secrets, path)) secrets.push(path);
    return decodeValue(value.value ?? null, path, secrets);
  }
  return mapValues(value, (item, key) => decodeValue(item, [...path, key], secrets));
}

/** Writes properties for the engine: secret subtrees wrapped, unknowns as its sentinel, absent values left out. */
export function encode({ values, secrets }: Properties): Struct {
  const encoded = mapValues(values, (item, key) => encodeValue(item, [key], secrets));
  return structs.Struct.fromJavaScript(encoded as Parameters<typeof structs.Struct.fromJavaScript>[0]);
}

function encodeValue(value: Value, path: Path, secrets: readonly Path[]): Value {
  const mine = secrets.filter((secret) => secret[path.length - 1] === path.at(-1));
  if (mine.some((secret) => secret.length === path.length))
    return { [SIGNATURE]: SECRET, value: encodeValue(value, path, []) };
  if (value === UNKNOWN) return UNKNOWN_STRING;
  if (Array.isArray(value)) return value.map((item, index) => encodeValue(item, [...path, index], mine));
  return isMap(value) ? mapValues(value, (item, key) => encodeValue(item, [...path, key], mine)) : value;
}

function mapValues(map: ValueMap, change: (value: Value, key: string) => Value): ValueMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value, key)] as const])),
  );
}
