import { RunError } from "@pulumi/pulumi/errors.js";
import { byteQuantity, bytes, cpuQuantity, millicores } from "../quantity.ts";
import type { Footprint } from "../workload/index.ts";
import type { QuotaSpec } from "./quota.ts";

/** What a service or a task takes from the quota of its namespace, at its largest. */
export interface Consumer extends Footprint {
  /** Name of the service or task. */
  name: string;
}

/** What a quota counts, with what one pod takes of it. */
interface Counted {
  key: keyof QuotaSpec;
  ofPod: (consumer: Consumer) => number;
  read: (quantity: string) => number;
  show: (amount: number) => string;
}

const cpu = { read: millicores, show: cpuQuantity };
const memory = { read: bytes, show: byteQuantity };

const counted: Counted[] = [
  { key: "requestsCpu", ofPod: ({ requests }) => requests.cpu, ...cpu },
  { key: "requestsMemory", ofPod: ({ requests }) => requests.memory, ...memory },
  { key: "limitsCpu", ofPod: ({ limits }) => limits.cpu, ...cpu },
  { key: "limitsMemory", ofPod: ({ limits }) => limits.memory, ...memory },
  { key: "pods", ofPod: () => 1, read: Number, show: String },
];

/**
 * Refuses what would get stuck half way: a rollout whose additional pods the quota does not let in. All consumers are
 * counted at their largest and at the same time, for one `up` may roll everything.
 *
 * @throws RunError with the arithmetic
 */
export function refuseMisfit(tenant: string, quota: QuotaSpec, consumers: readonly Consumer[]): void {
  const short = counted
    .map((each) => ({ ...each, sum: sum(each, consumers), most: each.read(`${quota[each.key]}`) }))
    .filter(({ sum, most }) => sum > most);
  if (short.length === 0) return;
  throw new RunError(
    [
      `tenant ${tenant}: its quota is too small for what is to run there while all of it is rolled.`,
      ...short.flatMap((each) => arithmetic(each, consumers)),
      `Raise the quota (${short.map(({ key, sum, show }) => `${key}: ${show(sum)}`).join(", ")}), or lower the replicas, autoscaling.max or resources of a service.`,
    ].join("\n"),
  );
}

/** A DaemonSet has as many pods as there are nodes; it takes at least one. */
function podsOf({ pods = 1 }: Consumer): number {
  return pods;
}

function sum({ ofPod }: Counted, consumers: readonly Consumer[]): number {
  return consumers.reduce((total, consumer) => total + podsOf(consumer) * ofPod(consumer), 0);
}

function arithmetic(each: Counted & { sum: number; most: number }, consumers: readonly Consumer[]): string[] {
  const { key, ofPod, show, sum, most } = each;
  const rows = [
    ...consumers.map((consumer) => [
      consumer.name,
      `${podsOf(consumer)} × ${show(ofPod(consumer))} =`,
      show(podsOf(consumer) * ofPod(consumer)),
    ]),
    ["sum", "", show(sum)],
    ["quota", "", show(most)],
    ["missing", "", show(sum - most)],
  ];
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length));
  return [
    `  ${key}:`,
    ...rows.map(
      ([name = "", factors = "", amount = ""]) =>
        `    ${name.padEnd(width(0))}  ${factors.padStart(width(1))}  ${amount.padStart(width(2))}`,
    ),
  ];
}
