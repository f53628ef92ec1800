import { goDuration, milliseconds } from "../../duration.ts";
import type { SamplingArgs } from "./args.ts";
import type { Settings } from "./config.ts";

/** Largest trace in bytes; one that grows beyond it is dropped, before it takes the memory of all others. */
const LARGEST = 4 * 1024 * 1024;

/** Traces whose fate is remembered, so that a late span shares it. */
const REMEMBERED = 100_000;

/**
 * A trace is decided upon a while after its root span, which ends last: spans of other services may still be on their way.
 * The first policy that matches decides; the share of the rest goes by the trace's id, alike in every gateway.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/tailsamplingprocessor
 */
export function tailSampling({ ratio, slow, wait, traces }: Required<SamplingArgs>): Settings {
  return {
    decision_wait: `${2 * milliseconds(wait)}ms`,
    decision_wait_after_root_received: goDuration(wait),
    num_traces: traces,
    maximum_trace_size_bytes: LARGEST,
    decision_cache: { sampled_cache_size: REMEMBERED, non_sampled_cache_size: REMEMBERED },
    sample_on_first_match: true,
    policies: [
      { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } },
      { name: "slow", type: "latency", latency: { threshold_ms: milliseconds(slow) } },
      { name: "rest", type: "probabilistic", probabilistic: { sampling_percentage: ratio } },
    ],
  };
}
