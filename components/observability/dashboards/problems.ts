import type { DashboardsArgs } from "./args.ts";
import { passwordProblems } from "./password.ts";
import { effectiveSlo, sloProblems } from "./slo.ts";

/** Everything that does not hold of the arguments. */
export function dashboardsProblems(args: DashboardsArgs): string[] {
  const services = args.services ?? [];
  const names = services.map(({ namespace, name }) => `${namespace}/${name}`);
  return [
    ...passwordProblems(args),
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map((name) => `services: ${name} stands there twice.`),
    ...services.flatMap(({ namespace, name, slo }) =>
      sloProblems(effectiveSlo(slo), `services.${namespace}/${name}.slo`),
    ),
  ];
}
