/** What a signal passes through, in this order. */
export interface Pipeline {
  receivers: string[];
  processors: string[];
  exporters: string[];
}

export type Pipelines = Record<string, Pipeline>;

/**
 * Spans are cleaned, told their pod and counted where they arrive, and sampled where their trace is complete: in the same
 * gateway if it is the only one, else in the one that the trace's id leads to. A pod is known by its connection, so that
 * this must come before the hop.
 *
 * @param several whether there are several gateways
 * @param backend exporter that takes what is kept
 */
export function pipelines(several: boolean, backend: string): Pipelines {
  return {
    "traces/received": {
      receivers: ["otlp"],
      processors: ["memory_limiter", "transform", "k8s_attributes"],
      exporters: ["span_metrics", several ? "load_balancing" : "forward"],
    },
    "traces/sampled": several
      ? { receivers: ["otlp/peers"], processors: ["memory_limiter", "tail_sampling"], exporters: [backend] }
      : // What is refused here would have been counted already; the limiter stands at the entrance alone.
        { receivers: ["forward"], processors: ["tail_sampling"], exporters: [backend] },
    "metrics/spans": { receivers: ["span_metrics"], processors: ["transform/series"], exporters: ["prometheus"] },
  };
}
