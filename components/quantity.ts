import { RunError } from "@pulumi/pulumi/errors.js";

/** What a suffix multiplies by. @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const FACTORS: Readonly<Record<string, bigint>> = {
  "": 1n,
  k: 10n ** 3n,
  M: 10n ** 6n,
  G: 10n ** 9n,
  T: 10n ** 12n,
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
};

const QUANTITY = /^(?<whole>\d+)(?:\.(?<fraction>\d+))?(?<suffix>m|k|Ki|M|Mi|G|Gi|T|Ti)?$/;

/** CPU as whole millicores, rounded up as Kubernetes does: `"0.5"` and `"500m"` are 500. */
export function millicores(quantity: string): number {
  return roundedUp(quantity, 1000n);
}

/** Memory or storage as whole bytes, rounded up: `"1Ki"` is 1024. */
export function bytes(quantity: string): number {
  return roundedUp(quantity, 1n);
}

/** As the API server writes it, or Pulumi would take its form for a change: whole cores without a suffix. */
export function cpuQuantity(millicores: number): string {
  return millicores > 0 && millicores % 1000 === 0 ? `${millicores / 1000}` : `${millicores}m`;
}

/** The shortest exact form: `2Gi` rather than `2048Mi`, plain bytes where no binary unit fits. */
export function byteQuantity(bytes: number): string {
  const unit = ["Ti", "Gi", "Mi", "Ki"].find((suffix) => bytes > 0 && bytes % factorOf(suffix) === 0) ?? "";
  return `${bytes / factorOf(unit)}${unit}`;
}

/** In whole numbers: floating point puts `0.57` cores above 570 millicores. */
function roundedUp(quantity: string, scale: bigint): number {
  const { whole, fraction = "", suffix = "" } = QUANTITY.exec(quantity)?.groups ?? {};
  if (whole === undefined) throw new RunError(`"${quantity}" is no quantity; write it like 500m, 2 or 512Mi.`);
  const dividend = BigInt(whole + fraction) * scale * (FACTORS[suffix] ?? 1n);
  const divisor = 10n ** BigInt(fraction.length) * (suffix === "m" ? 1000n : 1n);
  return Number((dividend + divisor - 1n) / divisor);
}

function factorOf(suffix: string): number {
  return Number(FACTORS[suffix] ?? 1n);
}
