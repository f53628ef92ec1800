import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { dashboard } from "../panels/dashboard.ts";
import { menu } from "../panels/links.ts";
import { stat } from "../panels/stat.ts";
import { table } from "../panels/table.ts";
import { instant, rows, series, seriesWithExemplars } from "../panels/targets.ts";
import { falling, limit, rising } from "../panels/thresholds.ts";
import { stacked, timeseries } from "../panels/timeseries.ts";
import { metricLabel } from "../panels/variables.ts";
import { DELIVERY } from "../uid.ts";

const OBJECTS = `namespace=~"$namespace",deployment=~"$service"`;
const CONTAINERS = `namespace=~"$namespace",container=~"$service"`;
const REQUESTS = `namespace=~"$namespace",service=~"$service"`;

/** How far a release is, and whether the new version does as well as the old. */
export function deliveryDashboard(): Dashboard {
  return dashboard({
    uid: DELIVERY,
    title: "Delivery",
    description:
      "How far is the release, does the new revision do as well as the old one, and what exactly is running?",
    variables: [
      metricLabel({ name: "namespace", label: "Namespace", of: "kube_deployment_spec_replicas", by: "namespace" }),
      metricLabel({
        name: "service",
        label: "Service",
        of: `kube_deployment_spec_replicas{namespace=~"$namespace"}`,
        by: "deployment",
      }),
    ],
    links: [menu()],
    sections: [
      { title: "Step", panels: step() },
      { title: "Revisions compared", panels: compared() },
      { title: "What runs", panels: running() },
    ],
  });
}

const DESIRED = `sum by (namespace, deployment) (kube_deployment_spec_replicas{${OBJECTS}})`;

function replicas(of: string): string {
  return `sum by (namespace, deployment) (kube_deployment_status_replicas_${of}{${OBJECTS}})`;
}

function step() {
  const number = { span: 6, height: 8 };
  const name = "{{namespace}} {{deployment}}";
  return [
    stat({
      ...number,
      title: "Updated",
      description: "Part of the desired pods that are of the new revision: the step that a rolling update has reached.",
      unit: "percentunit",
      thresholds: falling(1, 0),
      targets: [instant(`${replicas("updated")} / ${DESIRED}`, name)],
    }),
    stat({
      ...number,
      title: "Ready",
      description: "Part of the desired pods that take traffic, of whichever revision.",
      unit: "percentunit",
      thresholds: falling(1, 0.5),
      targets: [instant(`${replicas("ready")} / ${DESIRED}`, name)],
    }),
    timeseries({
      title: "Pods",
      description:
        "Desired, updated and ready pods. Updated without ready for minutes: the new revision does not come up.",
      unit: "none",
      span: 12,
      targets: [
        series(DESIRED, `${name} desired`),
        series(replicas("updated"), `${name} updated`),
        series(replicas("ready"), `${name} ready`),
      ],
    }),
  ];
}

function compared() {
  const by = "namespace, service, revision";
  const name = "{{service}} {{revision}}";
  const rate = `sum by (${by}) (rate(http_request_duration_seconds_count{${REQUESTS}}[$__rate_interval]))`;
  const errors = `sum by (${by}) (rate(http_request_duration_seconds_count{${REQUESTS},status=~"5.."}[$__rate_interval]))`;
  return [
    stacked({
      title: "Requests by revision",
      description:
        "Requests a second that each revision answers: a canary's share of the traffic, and the hand-over of a rolling update.",
      unit: "reqps",
      span: 8,
      targets: [series(rate, name)],
    }),
    timeseries({
      title: "Errors by revision",
      description:
        "Part of a revision's requests that ended in a 5xx. A canary above the stable revision does not become it.",
      unit: "percentunit",
      span: 8,
      thresholds: limit(0.05),
      targets: [series(`(${errors} or 0 * ${rate}) / ${rate}`, name)],
    }),
    timeseries({
      title: "p99 by revision",
      description:
        "99 % of a revision's requests are faster than this. New pods are slow for their first minute; compare after it. Dots lead to traces.",
      unit: "s",
      span: 8,
      targets: [
        seriesWithExemplars(
          `histogram_quantile(0.99, sum by (le, ${by}) (rate(http_request_duration_seconds_bucket{${REQUESTS}}[$__rate_interval])))`,
          name,
        ),
      ],
    }),
  ];
}

function running() {
  const images = `kube_pod_container_info{${CONTAINERS}} * on (namespace, pod) group_left (owner_name) kube_pod_owner{owner_kind="ReplicaSet"}`;
  return [
    table({
      title: "Images",
      description:
        "Pods by image and ReplicaSet, whose name ends in the revision. Two rows of a service: a release is on its way, or stuck.",
      unit: "none",
      span: 16,
      columns: {
        namespace: "Namespace",
        owner_name: "ReplicaSet",
        container: "Container",
        image_spec: "Image",
        Value: "Pods",
      },
      targets: [rows(`count by (namespace, owner_name, container, image_spec) (${images})`)],
    }),
    table({
      title: "Restarts since",
      description: "Restarts since the beginning of the shown time, most first: begin it with the release.",
      unit: "none",
      span: 8,
      columns: { pod: "Pod", container: "Container", Value: "Restarts" },
      thresholds: rising(1, 3),
      targets: [
        rows(
          `topk(15, sum by (pod, container) (increase(kube_pod_container_status_restarts_total{${CONTAINERS}}[$__range])))`,
        ),
      ],
    }),
  ];
}
