import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineEnvironment, prepare } from "../../engine/environment.ts";
import { target } from "../../engine/target.ts";
import type { Progress } from "../../lab/progress.ts";
import { alternate, type Contender, type Rounds } from "../measure.ts";
import { formatTable } from "../table.ts";
import { destroy, preview, type Project } from "./project.ts";
import type { Workbench } from "./projects.ts";
import { bringUp, type Stacks } from "./stacks.ts";
import { installTemplate } from "./template.ts";

const STOCK = "stock template";
const EDITED = "stock, edited";
const PLAIN = "plain JavaScript";
const POLICIES = ["--policy-pack", "policies", "--policy-pack-config", "policies/config.json"];

/** Time of a no-op `pulumi preview`: our program against the same Kubernetes objects written out in two other ways. */
export async function benchPreview(rounds: Rounds, progress: Progress): Promise<string> {
  const modules = await installTemplate(progress);
  const lab = { ...target("dev"), onLab: true };
  await prepare(lab);
  const folder = mkdtempSync(join(tmpdir(), "slipway-bench-"));
  const env = {
    ...(await engineEnvironment(lab)),
    PULUMI_BACKEND_URL: `file://${folder}`,
    // Of a state that is thrown away.
    PULUMI_CONFIG_PASSPHRASE: "bench",
  };
  const workbench: Workbench = { folder, env, modules };
  const created: Project[] = [];
  try {
    const stacks = await bringUp(readFileSync("Pulumi.dev.yaml", "utf8"), workbench, progress, created);
    return formatTable(await alternate(contenders(stacks), rounds, progress), [STOCK, EDITED, PLAIN]);
  } finally {
    const step = progress.step("Destroying the stacks");
    await Promise.all(created.map(destroy));
    rmSync(folder, { recursive: true });
    step.end("Destroyed the stacks");
  }
}

function contenders({ stock, plain, same, dev }: Stacks): Contender[] {
  // The template's ts-node keeps what it has compiled until the program changes; after an edit it checks types anew.
  const edited = { ...stock, env: { ...stock.env, TS_NODE_CACHE: "false" } };
  return [
    { name: STOCK, run: () => preview(stock) },
    { name: EDITED, run: () => preview(edited) },
    { name: PLAIN, run: () => preview(plain) },
    { name: "ours, same objects", run: () => preview(same) },
    { name: "ours, same objects, policies", run: () => preview(same, ...POLICIES) },
    { name: "ours, dev stack", run: () => preview(dev) },
    { name: "ours, dev stack, policies", run: () => preview(dev, ...POLICIES) },
  ];
}
