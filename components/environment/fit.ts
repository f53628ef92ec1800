import { RunError } from "@pulumi/pulumi/errors.js";
import { byteQuantity, bytes, cpuQuantity, millicores } from "../quantity.ts";
import type { Footprint } from "../workload/index.ts";
import type { QuotaSpec } from "./quota.ts";

/** What a service or a task takes from the quota of its namespace, at its largest. */
export interface Consumer extends Footprint {
  /** Name of the service or task. */
  name: string;
}

/** Something that a quota counts: how often a consumer takes how much of it. */
interface Counted {
  key: keyof QuotaSpec;
  taken: (consumer: Consumer) => { count: number; each: number };
  read: (quantity: string) => number;
  show: (amount: number) => string;
}

const cpu = { read: millicores, show: cpuQuantity };
const memory = { read: bytes, show: byteQuantity };

/** A DaemonSet has as many pods as there are nodes; it takes at least one. */
const byPod =
  (each: (consumer: Consumer) => number): Counted["taken"] =>
  (consumer) => ({ count: consumer.pods ?? 1, each: each(consumer) });

const counted: Counted[] = [
  { key: "requestsCpu", taken: byPod(({ requests }) => requests.cpu), ...cpu },
  { key: "requestsMemory", taken: byPod(({ requests }) => requests.memory), ...memory },
  { key: "limitsCpu", taken: byPod(({ limits }) => limits.cpu), ...cpu },
  { key: "limitsMemory", taken: byPod(({ limits }) => limits.memory), ...memory },
  { key: "pods", taken: byPod(() => 1), read: Number, show: String },
  {
    key: "requestsStorage",
    taken: ({ claims }) => (claims ? { count: claims.count, each: claims.size } : { count: 0, each: 0 }),
    ...memory,
  },
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

function sum({ taken }: Counted, consumers: readonly Consumer[]): number {
  return consumers.reduce((total, consumer) => total + product(taken(consumer)), 0);
}

function product({ count, each }: { count: number; each: number }): number {
  return count * each;
}

function arithmetic(short: Counted & { sum: number; most: number }, consumers: readonly Consumer[]): string[] {
  const { key, taken, show, sum, most } = short;
  const takers = consumers.filter((consumer) => product(taken(consumer)) > 0);
  const rows = [
    ...takers.map((consumer) => {
      const { count, each } = taken(consumer);
      return [consumer.name, `${count} × ${show(each)} =`, show(count * each)];
    }),
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
