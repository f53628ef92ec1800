/** An image's name, taken apart the way registries understand it. */
export interface Reference {
  /** Registry as it was meant: `docker.io`, `localhost:5000`. */
  registry: string;
  /** Path inside the registry: `library/golang`. */
  repository: string;
  tag?: string;
  /** `sha256:…` */
  digest?: string;
  /** False for short names (`golang`, `grafana/loki`), whose registry is docker.io only by convention. */
  qualified: boolean;
}

const COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const PATH = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const REGISTRY = /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9]+(?:[.-]+[A-Za-z0-9]+)*)(?::\d+)?$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;

/**
 * Reads `[registry/]repository[:tag][@digest]`.
 * @throws Error naming the part that no registry would accept
 * @see https://github.com/distribution/reference (the grammar)
 */
export function parseReference(name: string): Reference {
  const [rest = "", digest, ...more] = name.split("@");
  const slash = rest.indexOf("/");
  const first = slash < 0 ? "" : rest.slice(0, slash);
  const qualified = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
  const remainder = qualified ? rest.slice(slash + 1) : rest;
  const colon = remainder.lastIndexOf(":");
  const path = colon < 0 ? remainder : remainder.slice(0, colon);
  const tag = colon < 0 ? undefined : remainder.slice(colon + 1);

  const refuse = (why: string): never => {
    throw new Error(`"${name}" is not an image name: ${why}`);
  };
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest)))
    refuse("after @ stands a digest, sha256:<64 hex>");
  if (qualified && !REGISTRY.test(first)) refuse(`"${first}" is not a registry`);
  if (tag !== undefined && !TAG.test(tag)) refuse(`"${tag}" is not a tag`);
  if (!PATH.test(path)) refuse(`the repository "${path}" must be lower case, its parts joined by /`);
  return {
    registry: qualified ? first : "docker.io",
    repository: qualified || path.includes("/") ? path : `library/${path}`,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    qualified,
  };
}

/** True for a registry on this machine, which containerd, BuildKit and Docker alike speak plain HTTP to. */
export function isLocal(registry: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(registry);
}
