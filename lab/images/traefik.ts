import { compiledImage, compiledVersion } from "./compiled.ts";

/** The gateway's controller and proxy. The module lacks the dashboard's files; its API is there. */
export const traefik = compiledImage("traefik", {
  repository: "library/traefik",
  tag: `v${compiledVersion("traefik", "github.com/traefik/traefik/v3")}`,
});
