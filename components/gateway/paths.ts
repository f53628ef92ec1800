/** A path as the Gateway API matches it: whole elements, so that `/api` is not a prefix of `/apis`. */
export interface PathMatch {
  type: "Exact" | "PathPrefix";
  value: string;
}

/** `/api/v1`, `/api/v1/` and `/api/v1/*` are one prefix; an exact path is taken as it is. */
export function pathMatch(path: string, exact = false): PathMatch {
  if (exact) return { type: "Exact", value: path };
  return { type: "PathPrefix", value: path.replace(/\/\*?$/, "") || "/" };
}

/** Name of a path for objects that belong to it, a DNS label or close: `/api/v1/*` → `api-v1`, `/` → `root`. */
export function slug(path: string): string {
  const words = path.toLowerCase().split(/[^a-z0-9]+/);
  return words.filter((word) => word !== "").join("-") || "root";
}

/** Names of paths, by position; where two would be the same, the later ones are numbered. */
export function slugs(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const plain = slug(path);
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
    taken.add(name);
    return name;
  });
}
