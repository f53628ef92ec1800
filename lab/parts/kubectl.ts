import { execa } from "execa";
import type { Lab } from "../lab.ts";

/** Applies objects, or a file or folder of manifests, in the lab's name. */
export async function apply(lab: Lab, what: readonly object[] | string): Promise<void> {
  const [file, input] =
    typeof what === "string" ? [what, ""] : ["-", JSON.stringify({ apiVersion: "v1", kind: "List", items: what })];
  const how = ["--server-side", "--force-conflicts", "--field-manager=slipway-lab", `--filename=${file}`];
  await execa(lab.tools.bin("kubectl"), ["apply", "--kubeconfig", lab.state.kubeconfig, ...how], { input });
}
