import { parseArgs } from "node:util";
import { RunError } from "@pulumi/pulumi";
import { diagnosis, examine } from "./doctor.ts";
import { engineEnvironment } from "./environment.ts";
import { open, run, type Engine } from "./pulumi.ts";
import { tellHowToReach } from "./reach.ts";
import { target, type Target } from "./target.ts";

const HELP = `Runs the Pulumi engine on a stack, with the state backend, the policy pack and the lab that it needs.

  up       --stack dev    build, deploy, wait, and tell how to reach what runs
  preview  --stack dev    what up would change
  refresh  --stack dev    read the cluster back into the state
  destroy  --stack dev    take everything of the stack away
  doctor   --stack dev    what is missing on this machine, and the command that fixes it
`;

/** Every resource is checked against the policy pack before it is touched; the pack reads the stack's environment itself. */
const POLICIES = ["--policy-pack", "policies"];

/** What is done with an opened stack; the exit code is that of the CLI. */
const commands: Record<string, (engine: Engine) => Promise<number>> = {
  async up(engine) {
    const exitCode = await run(engine, "up", ["--yes", "--suppress-outputs", ...POLICIES]);
    if (exitCode === 0) await tellHowToReach(engine);
    return exitCode;
  },
  preview: (engine) => run(engine, "preview", POLICIES),
  refresh: (engine) => run(engine, "refresh", ["--yes"]),
  destroy: (engine) => run(engine, "destroy", ["--yes"]),
};

/** Runs one command; the exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name = ""] = positionals;
  if (name === "doctor") return doctor(target(values.stack));
  const command = commands[name];
  if (values.help || !command) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const chosen = target(values.stack);
  return command(await open(chosen, await engineEnvironment(chosen)));
}

async function doctor(chosen: Target): Promise<number> {
  const { text, healthy } = diagnosis(await examine(chosen));
  process.stdout.write(text);
  return healthy ? 0 : 1;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { stack: { type: "string", default: "dev" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new RunError(`${(error as Error).message}\n${HELP}`);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!RunError.isInstance(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
