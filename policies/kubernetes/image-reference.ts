/** The parts of an image reference. */
export interface ImageReference {
  /** Host and port, `localhost:5000`; undefined means the runtime's default (docker.io). */
  readonly registry: string | undefined;
  /** Path in the registry, `slipway/orders`. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** Algorithm and hex digits, `sha256:…`. */
  readonly digest: string | undefined;
}

// The grammar of github.com/distribution/reference, which the kubelet and container runtimes use. No maintained npm
// package parses it without a native module.
const LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
const HOST = `(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const COMPONENT = "[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*";
const TAG = "\\w[\\w.-]{0,127}";
const DIGEST = "sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}";

const REFERENCE = new RegExp(
  `^(?:(?<host>${HOST})/)?(?<path>${COMPONENT}(?:/${COMPONENT})*)(?::(?<tag>${TAG}))?(?:@(?<digest>${DIGEST}))?$`,
);

/** Longest that a name and its longest tag and digest can be; longer is nonsense. */
const MAX_LENGTH = 255 + 1 + 128 + 1 + "sha512:".length + 128;

/** The parts of a reference, or nothing if no runtime would accept it. */
export function parseImageReference(text: string): ImageReference | undefined {
  const parts = text.length <= MAX_LENGTH ? REFERENCE.exec(text)?.groups : undefined;
  if (!parts?.path) return undefined;
  const { host, path, tag, digest } = parts;
  // `library/nginx` has no host: one is told from a path component by a dot, a port, capitals, or by being localhost.
  const isHost = host === undefined || /[.:A-Z]/.test(host) || host === "localhost";
  return { registry: isHost ? host : undefined, repository: isHost ? path : `${host}/${path}`, tag, digest };
}
