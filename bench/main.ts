import { cpus, totalmem } from "node:os";
import { RunError } from "@pulumi/pulumi/errors.js";
import { Command, InvalidArgumentError } from "commander";
import { LabError } from "../lab/error.ts";
import { lineProgress, type Progress } from "../lab/progress.ts";
import type { Rounds } from "./measure.ts";
import { benchEngine } from "./policies/engine.ts";
import { benchPolicies } from "./policies/offline.ts";
import { benchPreview } from "./preview/index.ts";
import { benchRender } from "./render/index.ts";

type Benchmark = (rounds: Rounds, progress: Progress) => Promise<string>;

const benchmarks: { title: string; run: Benchmark }[] = [
  { title: "make render against Helm", run: benchRender },
  { title: "Verdict of the policy pack against kube-score", run: benchPolicies },
  { title: "Preview with the policy pack against one with an empty pack", run: benchEngine },
  { title: "No-op pulumi preview against Pulumi's kubernetes-typescript template", run: benchPreview },
];

const program = new Command("bench")
  .description(
    "Compares the speed of everyday commands with that of peers, alternately, in one run (docs/benchmarks.md).",
  )
  .option("--rounds <n>", "measured rounds of each benchmark", wholeNumber, 7);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("expected a whole number from 1 on.");
  return value;
}

try {
  const { rounds } = program.parse().opts<{ rounds: number }>();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const tables: string[] = [];
  for (const { title, run } of benchmarks) {
    tables.push(`${title}\n\n${await run({ rounds, warmUp: 2 }, lineProgress())}\n`);
  }
  console.log(`\n${cpus().length} cores, ${gibibytes} GiB, Node ${process.versions.node}\n\n${tables.join("\n")}`);
} catch (error) {
  if (!(error instanceof LabError) && !RunError.isInstance(error)) throw error;
  program.error((error as Error).message);
}
