import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";
import { stringify } from "yaml";
import type { Progress } from "../../lab/progress.ts";
import { ensureTools } from "../../lab/tools/ensure.ts";
import { alternate, type Rounds } from "../measure.ts";
import { formatTable } from "../table.ts";
import { servicesStack } from "./stack.ts";

/** Services of the stack, and runs of Helm. */
const SERVICES = 100;

const OFFLINE = resolve("offline/main.ts");

/** Time of one `make render` of many services against as many runs of `helm template` on Helm's starter chart. */
export async function benchRender(rounds: Rounds, progress: Progress): Promise<string> {
  const helm = (await ensureTools(["bench"], progress)).bin("helm");
  const folder = mkdtempSync(join(tmpdir(), "slipway-bench-"));
  try {
    writeFileSync(join(folder, "Pulumi.many.yaml"), stringify(servicesStack(SERVICES)));
    await run(folder, helm, ["create", "starter"]);
    const peer = `${SERVICES} × helm template`;
    const timings = await alternate(
      [
        { name: peer, run: () => template(folder, helm) },
        { name: `render, ${SERVICES} services`, run: () => render(folder) },
      ],
      rounds,
      progress,
    );
    return formatTable(timings, [peer]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function render(folder: string): Promise<void> {
  await run(folder, process.execPath, [OFFLINE, "render", "--stack", "many", "--out", "rendered"]);
  const last = join(folder, "rendered", "many", `deployment-service-${SERVICES}.yaml`);
  if (!existsSync(last)) throw new RunError(`make render left no ${last}.`);
}

/** One after the other, each to files, as render writes them. */
async function template(folder: string, helm: string): Promise<void> {
  for (let service = 1; service <= SERVICES; service += 1) {
    await run(folder, helm, ["template", `service-${service}`, "starter", "--output-dir", "templated"]);
  }
}

/** @throws RunError with what it printed */
async function run(cwd: string, command: string, args: string[]): Promise<void> {
  const { exitCode, all } = await execa(command, args, { cwd, stdin: "ignore", reject: false, all: true });
  if (exitCode !== 0) throw new RunError(`${command} ${args.join(" ")} failed:\n${all}`);
}
