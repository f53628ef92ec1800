import fc from "fast-check";
import { expect, test } from "vitest";
import { refuseMisfit, type Consumer } from "../../../../components/environment/fit.ts";
import { withDefaults, type QuotaSpec } from "../../../../components/environment/quota.ts";
import { footprint } from "../../../../components/index.ts";

const quota = withDefaults({ requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" });
const service = (name: string, args: Parameters<typeof footprint>[0]): Consumer => ({
  name,
  ...footprint(args),
});

test("two `web` services of three replicas fit into the default quota, each with the pod more of a rollout", () => {
  refuseMisfit("shop", quota, [service("a", { replicas: 3 }), service("b", { replicas: 3 })]);
});

test("one more is refused, with each line of the sum, the quota, what is missing and the way out", () => {
  const consumers = [service("orders", { replicas: 3 }), service("billing", { autoscaling: { max: 5 } })];
  expect(() => refuseMisfit("shop", quota, consumers)).toThrow(
    [
      "tenant shop: its quota is too small for what is to run there while all of it is rolled.",
      "  limitsCpu:",
      "    orders   4 × 500m =  2",
      "    billing  6 × 500m =  3",
      "    sum                  5",
      "    quota                4",
      "    missing              1",
      "Raise the quota (limitsCpu: 5), or lower the replicas, autoscaling.max or resources of a service.",
    ].join("\n"),
  );
});

test("sidecars count, and so does the number of pods", () => {
  const consumers = [
    service("orders", {
      replicas: 6,
      sidecars: [{ name: "proxy", image: "a/p:1", port: 1, probes: { readiness: { path: "/" } } }],
    }),
  ];
  expect(() => refuseMisfit("shop", { ...quota, pods: 6 }, consumers)).toThrow(
    /limitsCpu:\n +orders +7 × 700m = +4900m[^]*pods:\n +orders +7 × 1 = +7\n +sum +7\n +quota +6\n +missing +1/,
  );
});

test("a DaemonSet takes at least one pod", () => {
  expect(() => refuseMisfit("shop", { ...quota, pods: 0 }, [service("agent", { kind: "DaemonSet" })])).toThrow(
    /agent +1 × 1 = +1/,
  );
});

test("claimed storage counts once for a Deployment, and once for each pod of a StatefulSet", () => {
  const volumes = [{ name: "data", mountPath: "/data", claim: { size: "5Gi" } }];
  const consumers = [
    service("cache", { volumes }),
    service("ring", { kind: "StatefulSet", replicas: 4, volumes }),
    service("orders", {}),
  ];
  expect(() => refuseMisfit("shop", quota, consumers)).toThrow(
    /requestsStorage:\n +cache +1 × 5Gi = +5Gi\n +ring +4 × 5Gi = +20Gi\n +sum +25Gi\n +quota +20Gi\n +missing +5Gi\n/,
  );
  refuseMisfit("shop", { ...quota, requestsStorage: "25Gi" }, consumers);
});

const amounts = fc.record({ cpu: fc.nat(2000), memory: fc.nat(2 ** 31), storage: fc.nat(2 ** 20) });
const consumer = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  pods: fc.integer({ min: 1, max: 20 }),
  requests: amounts,
  limits: amounts,
  claims: fc.record({ count: fc.nat(5), size: fc.nat(2 ** 33) }),
});
/** A quantity as text, and what it is: millionths of a core for CPU, bytes for memory. */
const cpuQuota = fc.oneof(
  fc.nat(40_000).map((milli) => ({ text: `${milli}m`, exact: BigInt(milli) * 1000n })),
  fc.nat(40).map((cores) => ({ text: `${cores}`, exact: BigInt(cores) * 1_000_000n })),
  fc.nat(4000).map((cents) => ({ text: (cents / 100).toFixed(2), exact: BigInt(cents) * 10_000n })),
);
const memoryQuota = fc
  .tuple(
    fc.nat(400_000),
    fc.constantFrom<[string, bigint]>(
      ["Ki", 2n ** 10n],
      ["Mi", 2n ** 20n],
      ["Gi", 2n ** 30n],
      ["M", 10n ** 6n],
      ["", 1n],
    ),
  )
  .map(([n, [suffix, factor]]) => ({ text: `${n}${suffix}`, exact: BigInt(n) * factor }));

const sum = (consumers: Consumer[], ofPod: (consumer: Consumer) => number) =>
  consumers.reduce((total, each) => total + BigInt(each.pods ?? 1) * BigInt(ofPod(each)), 0n);

test("refused exactly when a sum exceeds the quota, and the quota that the error asks for is enough", () => {
  fc.assert(
    fc.property(
      fc.array(consumer, { maxLength: 5 }),
      cpuQuota,
      cpuQuota,
      memoryQuota,
      memoryQuota,
      fc.nat(100),
      (consumers, requestsCpu, limitsCpu, requestsMemory, limitsMemory, pods) => {
        const fits =
          sum(consumers, ({ requests }) => requests.cpu) * 1000n <= requestsCpu.exact &&
          sum(consumers, ({ limits }) => limits.cpu) * 1000n <= limitsCpu.exact &&
          sum(consumers, ({ requests }) => requests.memory) <= requestsMemory.exact &&
          sum(consumers, ({ limits }) => limits.memory) <= limitsMemory.exact &&
          sum(consumers, () => 1) <= BigInt(pods) &&
          consumers.reduce((total, { claims }) => total + claims.count * claims.size, 0) <= 20 * 2 ** 30;
        const given: QuotaSpec = {
          ...quota,
          requestsCpu: requestsCpu.text,
          limitsCpu: limitsCpu.text,
          requestsMemory: requestsMemory.text,
          limitsMemory: limitsMemory.text,
          pods,
        };
        const refused = messageOf(() => refuseMisfit("shop", given, consumers));
        expect(refused === undefined).toBe(fits);
        if (refused === undefined) return;
        const [, asked = ""] = /Raise the quota \((.*)\), or/.exec(refused) ?? [];
        const raised = Object.fromEntries(asked.split(", ").map((pair) => pair.split(": ")));
        refuseMisfit("shop", { ...given, ...(raised as Partial<QuotaSpec>) }, consumers);
      },
    ),
    { numRuns: 500 },
  );
});

function messageOf(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
