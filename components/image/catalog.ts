/** Every third-party image that Slipway builds on or runs: name and tag in one place, for updates, bundles and mirrors. */
export const catalog = {
  /** Base of the service builds; `services/<name>/Dockerfile` names the same tag as the default of its `GO_IMAGE`. */
  golang: "docker.io/library/golang:1.26.8",
} as const;
