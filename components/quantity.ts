import { RunError } from "@pulumi/pulumi/errors.js";

/** What a suffix multiplies by. @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const FACTORS: Readonly<Record<string, number>> = {
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

const QUANTITY = /^(?<number>\d+(?:\.\d+)?)(?<suffix>m|k|Ki|M|Mi|G|Gi|T|Ti)?$/;

/** CPU as whole millicores, rounded up as Kubernetes does: `"0.5"` and `"500m"` are 500. */
export function millicores(quantity: string): number {
  return roundUp(amount(quantity) * 1000);
}

/** Memory or storage as whole bytes, rounded up: `"1Ki"` is 1024. */
export function bytes(quantity: string): number {
  return roundUp(amount(quantity));
}

export function cpuQuantity(millicores: number): string {
  return `${millicores}m`;
}

/** The shortest exact form: `2Gi` rather than `2048Mi`, plain bytes where no binary unit fits. */
export function byteQuantity(bytes: number): string {
  const unit = ["Ti", "Gi", "Mi", "Ki"].find((suffix) => bytes > 0 && bytes % (FACTORS[suffix] ?? 1) === 0) ?? "";
  return `${bytes / (FACTORS[unit] ?? 1)}${unit}`;
}

function amount(quantity: string): number {
  const { number, suffix = "" } = QUANTITY.exec(quantity)?.groups ?? {};
  if (number === undefined) throw new RunError(`"${quantity}" is no quantity; write it like 500m, 2 or 512Mi.`);
  return Number(number) * (FACTORS[suffix] ?? 1);
}

/** Rounds up, but not what only floating point put above the whole number (`0.57 * 1000`). */
function roundUp(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-6 ? nearest : Math.ceil(value);
}
