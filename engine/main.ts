import { RunError } from "@pulumi/pulumi/errors.js";
import { Command } from "commander";
import { diagnosis, examine } from "./doctor.ts";
import { formatExports } from "../lab/commands/env.ts";
import { collectContents } from "./collect.ts";
import { engineEnvironment, prepare } from "./environment.ts";
import { open, run, type Engine } from "./pulumi.ts";
import { tellHowToReach } from "./reach.ts";
import { target, whereabouts } from "./target.ts";

/** Every resource is checked against the policy pack before it is touched; the pack reads the stack's environment itself. */
const POLICIES = ["--policy-pack", "policies", "--policy-pack-config", "policies/config.json"];

const program = new Command("engine").description(
  "Runs the Pulumi engine on a stack, with the state backend, the policy pack and the lab that it needs.",
);

/** Adds a command that works on an opened stack and returns the exit code. */
function command(name: string, description: string, work: (engine: Engine) => Promise<number>): void {
  program
    .command(name)
    .description(description)
    .option("--stack <name>", "the stack, whose file is Pulumi.<name>.yaml", "dev")
    .action(async ({ stack }: { stack: string }) => {
      const chosen = target(stack);
      await prepare(chosen);
      process.exitCode = await work(await open(chosen, await engineEnvironment(chosen)));
    });
}

command("up", "build, deploy, wait, and tell how to reach what runs", async (engine) => {
  const exitCode = await run(engine, "up", ["--yes", "--suppress-outputs", ...POLICIES]);
  if (exitCode === 0) {
    await collectContents(engine);
    await tellHowToReach(engine);
  }
  return exitCode;
});
command("preview", "what up would change", (engine) => run(engine, "preview", POLICIES));
command("refresh", "read the cluster back into the state", (engine) => run(engine, "refresh", ["--yes"]));
command("destroy", "take everything of the stack away", (engine) => run(engine, "destroy", ["--yes"]));

program
  .command("env")
  .description("variables for a shell, to be evaluated by it: then kubectl and a plain pulumi work on the stack")
  .option("--stack <name>", "the stack, whose file is Pulumi.<name>.yaml", "dev")
  .action(async ({ stack }: { stack: string }) => {
    process.stdout.write(`${formatExports(await engineEnvironment(whereabouts(stack)))}\n`);
  });

program
  .command("doctor")
  .description("what is missing on this machine, and the command that fixes it")
  .option("--stack <name>", "the stack, whose file is Pulumi.<name>.yaml", "dev")
  .action(async ({ stack }: { stack: string }) => {
    const { text, healthy } = diagnosis(await examine(target(stack)));
    process.stdout.write(text);
    if (!healthy) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!RunError.isInstance(error)) throw error;
  program.error(error.message);
}
