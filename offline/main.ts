import { parseArgs } from "node:util";
import { RunError } from "@pulumi/pulumi";
import { readStack } from "../config/index.ts";
import { evaluate } from "../policies/evaluate.ts";
import { FORMATS, format as formatVerdict } from "../policies/report/index.ts";
import { images, imageTable } from "./images.ts";
import { manifests, writeManifests } from "./manifests.ts";
import { declaredResources, type DeclaredResource } from "./recorder.ts";
import { readStackFile, type StackFile } from "./stack-file.ts";

const HELP = `Evaluates a stack with no engine, no cluster, no provider plugin and no credentials.

  render --stack dev --out DIR         the manifests, one file a resource; secret values are replaced
  images --stack dev [--format json]   every image that the stack needs
  policy --stack dev [--format FORMAT] the verdict of the policy pack: table, json or sarif; exit code 1 if it blocks
`;

interface Options {
  stack: string;
  out: string;
  format?: string;
}

/** A command: what it says about the resources goes to stdout; the exit code. */
type Command = (resources: DeclaredResource[], options: Options, file: StackFile) => number;

const commands: Record<string, Command> = {
  render(resources, { out }) {
    const rendered = manifests(resources);
    writeManifests(rendered, out);
    return print(`${rendered.length} manifests in ${out}\n`);
  },
  images(resources, { format = "table" }) {
    const used = images(resources);
    return print(oneOf(["table", "json"], format) === "json" ? `${JSON.stringify(used, null, 2)}\n` : imageTable(used));
  },
  policy(resources, { stack, format = "table" }, { config, secretKeys }) {
    const { environment } = readStack(config, secretKeys, stack);
    const verdict = evaluate(resources, { environment });
    print(formatVerdict(verdict, oneOf(FORMATS, format), { artifact: `Pulumi.${stack}.yaml` }));
    return verdict.blocked ? 1 : 0;
  },
};

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function oneOf<Choice extends string>(choices: readonly Choice[], given: string): Choice {
  const choice = choices.find((known) => known === given);
  if (!choice) throw new RunError(`format: expected one of ${choices.join(", ")}, found \`${given}\`.`);
  return choice;
}

/** Runs one command; the exit code. */
async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  const command = commands[positionals[0] ?? ""];
  if (values.help || !command) {
    print(HELP);
    return values.help ? 0 : 2;
  }
  const file = readStackFile(values.stack);
  return command(await declaredResources(values.stack, file), values, file);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        stack: { type: "string", default: "dev" },
        out: { type: "string", default: "rendered" },
        format: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
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
