/** Number, then a decimal exponent, a decimal suffix or a binary one. */
const QUANTITY = /^\+?(?<number>\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/;

/**
 * Whether a value is a quantity above zero. Zero is as good as none: the container runtime reads a limit of 0 as no limit.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function isPositiveQuantity(value: unknown): boolean {
  if (typeof value === "number") return value > 0;
  const number = typeof value === "string" ? QUANTITY.exec(value)?.groups?.number : undefined;
  return number !== undefined && /[1-9]/.test(number);
}
