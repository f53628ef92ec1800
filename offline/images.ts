import type { DeclaredResource } from "./recorder.ts";

/** An image that a stack needs, and what for. */
export interface UsedImage {
  reference: string;
  /** Base images are needed to build, the others to run. */
  use: "runs" | "builds";
  /** Whether the stack builds it itself. */
  built: boolean;
  /** Resources that name it, as `Kind/name`. */
  by: string[];
}

/** Every image of a stack, derived from what it declares: containers of all kinds, and the bases of its builds. */
export function images(resources: DeclaredResource[]): UsedImage[] {
  const used = new Map<string, UsedImage>();
  const made = new Set(resources.filter(isBuild).flatMap(({ props }) => props.tags as string[]));
  const add = (reference: string, use: UsedImage["use"], by: string) => {
    const image = used.get(reference) ?? { reference, use, built: made.has(reference), by: [] };
    if (!image.by.includes(by)) image.by.push(by);
    used.set(reference, image);
  };
  for (const resource of resources) {
    const { type, name, props } = resource;
    if (type.startsWith("kubernetes:")) {
      for (const reference of containerImages(props)) add(reference, "runs", `${String(props.kind)}/${name}`);
    } else if (isBuild(resource)) {
      const bases = Object.entries(props.buildArgs ?? {}).filter(([argument]) => argument.endsWith("_IMAGE"));
      for (const [, reference] of bases) add(String(reference), "builds", `Image/${name}`);
    }
  }
  return [...used.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

function isBuild({ type }: DeclaredResource): boolean {
  return type === "docker-build:index:Image";
}

const CONTAINER_LISTS = ["containers", "initContainers", "ephemeralContainers"];

/** Wherever a pod spec stands in an object, custom resources included. */
function containerImages(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(containerImages);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    CONTAINER_LISTS.includes(key) && Array.isArray(inner)
      ? inner.flatMap((container: { image?: unknown }) =>
          typeof container?.image === "string" ? [container.image] : [],
        )
      : containerImages(inner),
  );
}

/** One line an image, for people. */
export function imageTable(used: UsedImage[]): string {
  const width = Math.max(0, ...used.map(({ reference }) => reference.length));
  return used
    .map(({ reference, use, by }) => `${reference.padEnd(width)}  ${use.padEnd(6)}  ${by.join(", ")}\n`)
    .join("");
}
