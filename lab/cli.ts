import { down } from "./commands/down.ts";
import { env } from "./commands/env.ts";
import { images } from "./commands/images.ts";
import { status } from "./commands/status.ts";
import { up } from "./commands/up.ts";
import { LabError } from "./error.ts";
import { lineProgress } from "./progress.ts";
import { stateAt, stateRoot, type State } from "./state.ts";
import { ensureTools } from "./tools/ensure.ts";
import { withLock } from "./tools/lock.ts";

interface Command {
  summary: string;
  help: string;
  /** Returns whether all is well; that is the exit code. */
  run(state: State): Promise<boolean>;
}

const progress = lineProgress();

/** One at a time: whoever comes second waits, and then finds the work done. */
async function alone(state: State, work: (state: State) => Promise<void>): Promise<boolean> {
  const say = (owner: number) => progress.note(`Process ${owner} is changing the lab: waiting for it to finish.`);
  await withLock("lab", say, () => work(state));
  return true;
}

function print(text: string): boolean {
  console.log(text);
  return true;
}

const commands: Record<string, Command> = {
  up: {
    summary: "bring the lab up, or repair it",
    help: "Builds missing tools, starts what does not run, and waits until the node is Ready. Safe to repeat.",
    run: (state) => alone(state, (it) => up(it, progress)),
  },
  down: {
    summary: "take the lab down and remove everything but the tools",
    help: "Ends all processes and deletes the cluster, its images and its logs. Works after a crash, too.",
    run: (state) => alone(state, (it) => down(it, progress)),
  },
  status: {
    summary: "show each part, its pid, uptime and memory",
    help: "Exits with 1 when a part is down or not ready.",
    run: status,
  },
  kubeconfig: {
    summary: "print the path of the lab's kubeconfig",
    help: 'For scripts: kubectl --kubeconfig "$(… kubeconfig)" get pods',
    run: (state) => Promise.resolve(print(state.kubeconfig)),
  },
  env: {
    summary: "print what a shell needs to use the lab",
    help: 'Export lines for: eval "$(… env)"',
    run: async (state) => print(await env(state)),
  },
  images: {
    summary: "put the programs of the monitoring into the lab's registry",
    help: "Compiles what is not cached yet: Prometheus, the OpenTelemetry Collector, Loki, Jaeger and others.",
    run: async (state) => {
      await images(state, progress);
      return true;
    },
  },
  tools: {
    summary: "build the lab's tools without starting it",
    help: "Compiles what is not cached yet, for the cluster and for the Pulumi engine.",
    run: async () => {
      await ensureTools(["cluster", "engine"], progress);
      return true;
    },
  },
};

const usage = `The lab: a real one-node Kubernetes on this machine (lab/README.md).

Usage: node lab/cli.ts <command>

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`)
  .join("\n")}

State: $SLIPWAY_LAB_STATE, now ${stateRoot()}`;

async function main([name = "", ...rest]: string[]): Promise<boolean> {
  const wantsHelp = [name, ...rest].some((word) => word === "--help" || word === "-h");
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (wantsHelp) return print(command ? `lab ${name}: ${command.summary}\n\n${command.help}` : usage);
  if (!command) {
    throw new LabError(
      `${name === "" ? "no command given" : `unknown command: ${name}`}; there are: ${Object.keys(commands).join(", ")}.`,
    );
  }
  if (rest.length > 0) throw new LabError(`lab ${name} takes no arguments, and was given: ${rest.join(" ")}.`);
  return command.run(stateAt(stateRoot()));
}

try {
  if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  // A person can act on the one; the other is a defect, and needs its trace.
  console.error(error instanceof LabError ? error.message : error);
  process.exitCode = 1;
}
