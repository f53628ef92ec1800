import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { engineEnvironment, prepare } from "../../engine/environment.ts";
import { target } from "../../engine/target.ts";
import type { Progress } from "../../lab/progress.ts";
import { alternate, type Rounds } from "../measure.ts";
import { formatTable } from "../table.ts";
import { workload } from "./workload.ts";

const SIZE = 300;
const EMPTY = "an empty pack";

/** Components show inputs and outputs to policies as resources do, and need no provider: the packs are what differs. */
const PROGRAM = `
const { ComponentResource } = require("@pulumi/pulumi");
for (const { type, name, props } of require("./resources.json")) {
  if (!type.startsWith("pulumi:")) new ComponentResource(type, name, props).registerOutputs(props);
}
`;
const NOTHING = `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("empty", { policies: [] });
`;

/** Time of a preview with the pack against one with a pack that has no policy, on the same program. */
export async function benchEngine(rounds: Rounds, progress: Progress): Promise<string> {
  const lab = { ...target("dev"), onLab: true };
  await prepare(lab);
  const folder = mkdtempSync(join(tmpdir(), "slipway-bench-"));
  const secrets = { PULUMI_BACKEND_URL: `file://${folder}`, PULUMI_CONFIG_PASSPHRASE: "bench" };
  const env = { ...(await engineEnvironment(lab)), ...secrets };
  try {
    const { resources } = await workload(folder, SIZE);
    const program = project(folder, "program", "Pulumi.yaml", "name: bench\nruntime: nodejs\n", PROGRAM);
    symlinkSync(resources, join(program, "resources.json"));
    const empty = project(folder, "empty", "PulumiPolicy.yaml", "runtime: nodejs\n", NOTHING);
    const pulumi = async (...args: string[]) => {
      const { exitCode, all } = await execa("pulumi", [...args, "--non-interactive"], {
        ...{ cwd: program, env, stdin: "ignore", reject: false, all: true },
      });
      if (exitCode !== 0) throw new RunError(`pulumi ${args.join(" ")} failed:\n${all}`);
    };
    await pulumi("stack", "init", "bench");
    const preview = (pack: string) => pulumi("preview", "--stack", "bench", "--policy-pack", pack);
    const contenders = [
      { name: EMPTY, run: () => preview(empty) },
      { name: `our pack, ${SIZE} resources`, run: () => preview(resolve("policies")) },
    ];
    return formatTable(await alternate(contenders, rounds, progress), [EMPTY]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A folder with the two files of a program or a pack in plain JavaScript. */
function project(folder: string, name: string, file: string, settings: string, source: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, file), settings);
  writeFileSync(join(path, "package.json"), JSON.stringify({ name, version: "0.1.0", main: "index.js" }));
  writeFileSync(join(path, "index.js"), source);
  symlinkSync(resolve("node_modules"), join(path, "node_modules"));
  return path;
}
