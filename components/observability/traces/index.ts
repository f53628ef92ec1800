import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Service as CoreService } from "@pulumi/kubernetes/core/v1/index.js";
import { Program } from "../../program/index.ts";
import { refuse } from "../../refuse.ts";
import type { TracesArgs } from "./args.ts";
import { gatewayProgram } from "./gateway/program.ts";
import { readyAddress } from "./gateway/ready.ts";
import { jaegerProgram } from "./jaeger/program.ts";
import { tracesProblems } from "./problems.ts";

export type { TracesArgs } from "./args.ts";

/**
 * Traces: a gateway that takes spans by OTLP from every namespace, cleans and counts them and keeps what is worth it, and
 * Jaeger, which answers for them. Costs what its pods request; see docs/traces.md.
 *
 * @example
 * new Traces("traces", { namespace: "monitoring", images: { collector, jaeger }, sampling: { ratio: 10 } });
 */
export class Traces extends ComponentResource {
  /** Where services send spans by OTLP/HTTP: the value of `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly otlpEndpoint: Output<string>;
  /** Address of Jaeger's query API; none where a backend takes the traces. */
  readonly query?: Output<string>;

  constructor(name: string, args: TracesArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Traces", name, {}, opts);
    const child = { parent: this };
    refuse("traces", tracesProblems(args));

    const ready = readyAddress(args);
    if (ready) new CoreService(`${name}-ready`, ready, child);
    this.otlpEndpoint = new Program(`${name}-gateway`, gatewayProgram(args), child).url;
    const { jaeger } = args.images;
    if (jaeger !== undefined && !args.backend) {
      this.query = new Program(`${name}-jaeger`, jaegerProgram(args, jaeger), child).url;
    }

    this.registerOutputs({ otlpEndpoint: this.otlpEndpoint, query: this.query });
  }
}
