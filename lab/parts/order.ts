/** Anything that waits for others, by name. */
export interface Ordered {
  name: string;
  after: readonly string[];
}

/**
 * Starts each part as soon as those it waits for are done. The first failure is thrown once the parts already begun
 * have ended; nothing further is begun.
 */
export async function startInOrder<P extends Ordered>(parts: readonly P[], start: (part: P) => Promise<void>) {
  const begun = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const begin = (part: P): Promise<void> => {
    const known = begun.get(part.name);
    if (known) return known;
    const work = Promise.all(needs(parts, part).map(begin)).then(async () => {
      if (failures.length > 0) return;
      await start(part).catch((error: unknown) => void failures.push(error));
    });
    begun.set(part.name, work);
    return work;
  };
  await Promise.all(stopOrder(parts).map(begin));
  if (failures.length > 0) throw failures[0];
}

/** Parts in the order in which they can be stopped: nobody loses what it still needs. */
export function stopOrder<P extends Ordered>(parts: readonly P[]): P[] {
  const sorted: P[] = [];
  const visit = (part: P, path: readonly string[]): void => {
    if (path.includes(part.name)) throw new Error(`parts wait for each other: ${[...path, part.name].join(" → ")}`);
    if (sorted.includes(part)) return;
    for (const need of needs(parts, part)) visit(need, [...path, part.name]);
    sorted.push(part);
  };
  for (const part of parts) visit(part, []);
  return sorted.reverse();
}

function needs<P extends Ordered>(parts: readonly P[], { name, after }: P): P[] {
  return after.map((need) => {
    const found = parts.find((part) => part.name === need);
    if (!found) throw new Error(`${name} waits for ${need}, which is no part of the lab`);
    return found;
  });
}
