import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** The provider renders a Release inside itself: the engine, previews and policies never see its objects. Without chart it has none. */
export const rule: TypeRule = {
  name: "helm-no-release",
  description: "Charts should be installed so that their objects can be judged.",
  level: advisory,
  severity: "medium",
  framework: security,
  remediation: "Use kubernetes.helm.v4.Chart, which declares each object of the chart by itself.",
  url: "https://www.pulumi.com/registry/packages/kubernetes/how-to-guides/choosing-the-right-helm-resource-for-your-use-case/",
  types: ["kubernetes:helm.sh/v3:Release"],
  checkResource({ props }, require) {
    const chart = props.at("chart");
    require(chart.absent, chart, "should be installed by a Chart (helm.v4): no policy sees the objects of a Release");
  },
};
