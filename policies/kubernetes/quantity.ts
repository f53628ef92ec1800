/** Number, then a decimal exponent, a decimal suffix or a binary one. */
const QUANTITY = /^\+?(?<number>\d+\.?\d*|\.\d+)(?<suffix>[eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/;

const SUFFIXES: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};

/**
 * The amount that a quantity stands for, in bytes or cores; nothing if it is none, or negative, which no resource can be.
 * The library that reads them for Node is the whole Kubernetes client.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === "number") return value >= 0 && Number.isFinite(value) ? value : undefined;
  const parts = typeof value === "string" ? QUANTITY.exec(value)?.groups : undefined;
  if (!parts?.number) return undefined;
  const { number, suffix = "" } = parts;
  return /^[eE][+-]?\d/.test(suffix) ? Number(number + suffix) : Number(number) * (SUFFIXES[suffix] ?? 1);
}

/** Whether a value is a quantity above zero. Zero is as good as none: the container runtime reads a limit of 0 as no limit. */
export function isPositiveQuantity(value: unknown): boolean {
  return (parseQuantity(value) ?? 0) > 0;
}
