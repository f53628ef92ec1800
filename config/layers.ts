/** Settings by name. */
export type Layer = Readonly<Record<string, string>>;

/**
 * Layers of settings as one, a later one winning over those before it. Sorted by name, so that the order in which
 * somebody wrote settings down shows nowhere.
 */
export function merged(...layers: readonly Layer[]): Record<string, string> {
  const all = new Map(layers.flatMap((layer) => Object.entries(layer)));
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
