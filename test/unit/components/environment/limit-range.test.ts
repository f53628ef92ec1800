import fc from "fast-check";
import { expect, test } from "vitest";
import { limitRangeSpec } from "../../../../components/environment/limit-range.ts";
import { withDefaults } from "../../../../components/environment/quota.ts";
import { bytes, millicores } from "../../../../components/quantity.ts";
import { profiles } from "../../../../components/workload/profiles.ts";

const standard = withDefaults({ requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" });
type Sizes = Record<"min" | "defaultRequest" | "default" | "max", { cpu: string; memory: string }>;
const range = (quota = standard) => (limitRangeSpec(quota).limits as unknown as Sizes[])[0] as Sizes;

test("lets every profile in, and the small sidecars", () => {
  const { min, max } = range();
  for (const { cpu, memory } of Object.values(profiles)) {
    expect(cpu.request).toBeGreaterThanOrEqual(millicores(min.cpu));
    expect(cpu.limit).toBeLessThanOrEqual(millicores(max.cpu));
    expect(memory.request * 2 ** 20).toBeGreaterThanOrEqual(bytes(min.memory));
    expect(memory.limit * 2 ** 20).toBeLessThanOrEqual(bytes(max.memory));
  }
});

test("the default quota has the defaults as they are", () => {
  expect(range()).toMatchObject({
    defaultRequest: { cpu: "100m", memory: "128Mi" },
    default: { cpu: "500m", memory: "256Mi" },
  });
});

test("whatever the quota, the API server accepts it: min ≤ default request ≤ default ≤ max", () => {
  const cpu = fc.integer({ min: 1, max: 8000 }).map((milli) => `${milli}m`);
  const memory = fc.integer({ min: 1, max: 8192 }).map((mebi) => `${mebi}Mi`);
  fc.assert(
    fc.property(cpu, cpu, memory, memory, (requestsCpu, limitsCpu, requestsMemory, limitsMemory) => {
      const sizes = range({ ...standard, requestsCpu, limitsCpu, requestsMemory, limitsMemory });
      const order = [sizes.min, sizes.defaultRequest, sizes.default, sizes.max];
      for (const [read, of] of [
        [millicores, "cpu"],
        [bytes, "memory"],
      ] as const) {
        const amounts = order.map((size) => read(size[of]));
        expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
      }
    }),
  );
});
