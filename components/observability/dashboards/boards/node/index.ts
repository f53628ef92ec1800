import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { dashboard } from "../../panels/dashboard.ts";
import { menu } from "../../panels/links.ts";
import { metricLabel } from "../../panels/variables.ts";
import { NODE } from "../../uid.ts";
import { devices } from "./devices.ts";
import { machine } from "./machine.ts";
import { pods } from "./pods.ts";

/** What the machines under the cluster do. */
export function nodeDashboard(): Dashboard {
  return dashboard({
    uid: NODE,
    title: "Nodes",
    description: "Is a machine out of CPU, memory, disk or network, and which pods use it?",
    variables: [metricLabel({ name: "node", label: "Node", of: "node_uname_info", by: "node" })],
    links: [menu()],
    sections: [
      { title: "Machine", panels: machine() },
      { title: "Disk and network", panels: devices() },
      { title: "Pods", panels: pods() },
    ],
  });
}
