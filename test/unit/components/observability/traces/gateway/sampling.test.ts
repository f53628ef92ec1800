import { expect, test } from "vitest";
import { tailSampling } from "../../../../../../components/observability/traces/gateway/sampling.ts";
import type { SamplingArgs } from "../../../../../../components/observability/traces/gateway/args.ts";
import { gateway } from "../arguments.ts";

const sampling = (more: SamplingArgs = {}) => tailSampling(gateway({ sampling: more }).sampling);

test("errors and slow traces are kept before the rest is drawn, for the first that matches decides", () => {
  expect(sampling({ ratio: 25, slow: "2s" })).toMatchObject({
    sample_on_first_match: true,
    policies: [
      { type: "status_code", status_code: { status_codes: ["ERROR"] } },
      { type: "latency", latency: { threshold_ms: 2000 } },
      { type: "probabilistic", probabilistic: { sampling_percentage: 25 } },
    ],
  });
});

test("one argument changes nothing but itself", () => {
  const { policies, ...rest } = sampling({ ratio: 100 });
  const { policies: usual, ...others } = sampling();
  expect(rest).toEqual(others);
  expect((policies as object[]).slice(0, 2)).toEqual((usual as object[]).slice(0, 2));
});

test("a trace without a root span is waited for longer than one whose root has come", () => {
  expect(sampling({ wait: "8s" })).toMatchObject({
    decision_wait: "16000ms",
    decision_wait_after_root_received: "8s",
  });
});

test("what is held is bounded: traces, their size, and the decisions that are remembered", () => {
  const { num_traces, maximum_trace_size_bytes, decision_cache } = sampling({ traces: 5 });
  expect(num_traces).toBe(5);
  expect(maximum_trace_size_bytes).toBeGreaterThan(0);
  expect(Object.values(decision_cache as object).every((size) => (size as number) > 0)).toBe(true);
});
