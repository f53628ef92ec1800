/** A Secret's values, and whatever the program marked as secret, by a word that says so. */
export function withoutSecrets(props: Record<string, unknown>): Record<string, unknown> {
  const hidden = props.kind === "Secret" ? ["data", "stringData"] : [];
  return Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key,
      hidden.includes(key) || isMarked(value) ? redacted(value) : value,
    ]),
  );
}

/** How the SDK wraps a value that a program made secret (`specialSecretSig` in its runtime/rpc). */
function isMarked(value: unknown): value is { value: unknown } {
  return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}

/** The shape stays, so that a diff of two renderings shows which values exist. */
function redacted(value: unknown): unknown {
  if (isMarked(value)) return redacted(value.value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== "object" || value === null) return "[secret]";
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redacted(inner)]));
}
