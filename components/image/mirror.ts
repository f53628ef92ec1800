const DOCKER_HUB = "docker.io";

/**
 * Where an image is found when everything comes from one mirror: Docker Hub's images under their own path
 * (`mirror/library/golang:1.26`), those of any other registry under its host (`mirror/ghcr.io/acme/tool:1`), so that two
 * registries never claim the same name. References that already point to the mirror stay as they are.
 *
 * @param reference image reference in any of Docker's short forms
 * @param mirror registry with an optional path; without one the reference is returned as it came
 * @see https://github.com/distribution/reference for the short forms
 */
export function mirrored(reference: string, mirror: string | undefined): string {
  if (!mirror || reference.startsWith(`${mirror}/`)) return reference;
  const { host, path } = split(reference);
  // A path has no colon: the port of a host is set off by what no host contains.
  return host === DOCKER_HUB ? `${mirror}/${path}` : `${mirror}/${host.replace(":", "_")}/${path}`;
}

/** A reference with its registry, whichever short form it came in. */
export function canonical(reference: string): string {
  const { host, path } = split(reference);
  return `${host}/${path}`;
}

/** The first part is a registry only if it looks like one; a single name is an official image of Docker Hub. */
function split(reference: string): { host: string; path: string } {
  const slash = reference.indexOf("/");
  if (slash < 0) return { host: DOCKER_HUB, path: `library/${reference}` };
  const first = reference.slice(0, slash);
  const isHost = first.includes(".") || first.includes(":") || first === "localhost";
  return isHost ? { host: first, path: reference.slice(slash + 1) } : { host: DOCKER_HUB, path: reference };
}
