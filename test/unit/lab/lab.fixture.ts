import type { Lab } from "../../../lab/lab.ts";
import { planNetwork } from "../../../lab/network/plan.ts";
import { stateAt } from "../../../lab/state.ts";

/** A lab on paper: tools are named by their own names, and nobody answers. */
export const paperLab: Lab = {
  state: stateAt("/state"),
  network: planNetwork([]),
  tools: {
    bin: (name) => `/tools/${name}`,
    dir: (name) => `/tools/${name}`,
    file: (tool, name) => `/tools/${tool}/${name}`,
    path: ["/tools"],
  },
  api: { get: () => Promise.reject(new Error("no API server")) },
};
