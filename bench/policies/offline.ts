import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi/errors.js";
import type { Progress } from "../../lab/progress.ts";
import { ensureTools } from "../../lab/tools/ensure.ts";
import { alternate, type Rounds } from "../measure.ts";
import { formatTable } from "../table.ts";
import { node, run, type Workload, workload } from "./workload.ts";

const SIZES = [100, 1000, 5000];

/** Time of the pack's verdict on so many resources against kube-score's on the same objects, rendered before. */
export async function benchPolicies(rounds: Rounds, progress: Progress): Promise<string> {
  const kubeScore = (await ensureTools(["judges"], progress)).bin("kube-score");
  const folder = mkdtempSync(join(tmpdir(), "slipway-bench-"));
  try {
    const tables: string[] = [];
    for (const size of SIZES) {
      const work = await workload(folder, size);
      const peer = `kube-score, ${size}`;
      const contenders = [
        { name: peer, run: () => score(folder, kubeScore, work) },
        { name: `pack, ${size}`, run: () => judge(folder, work) },
        { name: `make policy, ${size}`, run: () => policy(folder, work) },
      ];
      tables.push(formatTable(await alternate(contenders, rounds, progress), [peer]));
    }
    return tables.join("\n\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Exit code 1 is findings, which is what it is asked for. */
async function score(folder: string, kubeScore: string, { manifests }: Workload): Promise<void> {
  const found = await run(folder, kubeScore, ["score", "--output-format", "json", manifests], [0, 1]);
  if ((JSON.parse(found) as unknown[]).length === 0) throw new RunError("kube-score looked at nothing.");
}

async function judge(folder: string, { resources, size }: Workload): Promise<void> {
  assertJudged(await node(folder, "bench/policies/judge.ts", [resources]), size);
}

async function policy(folder: string, { stack, size }: Workload): Promise<void> {
  const args = ["policy", "--stack", stack, "--format", "json"];
  assertJudged(await node(folder, "offline/main.ts", args, [0, 1]), size);
}

function assertJudged(verdict: string, size: number): void {
  const { resources } = JSON.parse(verdict) as { resources: number };
  if (resources < size * 0.9) throw new RunError(`The pack looked at ${resources} resources instead of ${size}.`);
}
