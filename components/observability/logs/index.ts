import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Program } from "../../program/index.ts";
import { refuse } from "../../refuse.ts";
import { lokiSink } from "./agent/loki.ts";
import { agentProgram } from "./agent/program.ts";
import type { LogsArgs } from "./args.ts";
import { lokiProgram } from "./loki/program.ts";
import { logsProblems } from "./problems.ts";
import { otherStore } from "./store/index.ts";

export type { LogsArgs } from "./args.ts";

/**
 * Logs: an agent on every node that reads what containers write, gives it fields, masks secrets and keeps it on the node's
 * disk until it has arrived, and Loki, which answers for it. Costs what its pods request; see docs/observability.md.
 *
 * @example
 * new Logs("logs", { namespace: "monitoring", images: { collector, loki }, services: [{ name: "orders", namespace: "shop" }] });
 */
export class Logs extends ComponentResource {
  /** Address of Loki; none where another store takes the lines. */
  readonly url?: Output<string>;

  constructor(name: string, args: LogsArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Logs", name, {}, opts);
    const child = { parent: this };
    refuse("logs", logsProblems(args));

    const store = otherStore(args);
    if (store) {
      new ConfigMap(`${name}-store`, store.objects, child);
    } else {
      this.url = new Program(`${name}-loki`, lokiProgram(args), child).url;
    }
    new Program(`${name}-agent`, agentProgram(args, store?.sink ?? lokiSink(args.namespace)), child);

    this.registerOutputs({ url: this.url });
  }
}
