import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { Program } from "../../program/index.ts";
import { refuse } from "../../refuse.ts";
import type { DashboardsArgs } from "./args.ts";
import { dashboardsProblems } from "./problems.ts";
import { grafanaProgram } from "./program.ts";

export type { DashboardsArgs, ServiceDashboardArgs, SloArgs } from "./args.ts";
export { catalog } from "./catalog.ts";
export { expressions, type Expression } from "./expressions.ts";
export { serviceUid } from "./uid.ts";

/**
 * Dashboards: Grafana with the sources of the signals, a dashboard for each service with its promise, and those of the
 * platform. Costs what its pod requests; see docs/observability.md.
 *
 * @example
 * new Dashboards("dashboards", { namespace: "monitoring", image, sources: { prometheus: metrics.url }, services, adminPassword });
 */
export class Dashboards extends ComponentResource {
  /** Address of Grafana inside the cluster. */
  readonly url: Output<string>;

  constructor(name: string, args: DashboardsArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Dashboards", name, {}, opts);
    refuse("dashboards", dashboardsProblems(args));
    this.url = new Program(name, grafanaProgram(args), { parent: this }).url;
    this.registerOutputs({ url: this.url });
  }
}
