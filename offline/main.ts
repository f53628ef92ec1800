import { parseArgs } from "node:util";
import { RunError } from "@pulumi/pulumi";
import { images, imageTable } from "./images.ts";
import { manifests, writeManifests } from "./manifests.ts";
import { declaredResources, type DeclaredResource } from "./recorder.ts";
import { readStackFile } from "./stack-file.ts";

const HELP = `Evaluates a stack with no engine, no cluster, no provider plugin and no credentials.

  render --stack dev --out DIR         the manifests, one file a resource; secret values are replaced
  images --stack dev [--format json]   every image that the stack needs
`;

interface Options {
  stack: string;
  out: string;
  format?: string;
}

const commands: Record<string, (resources: DeclaredResource[], options: Options) => number> = {
  render(resources, { out }) {
    const rendered = manifests(resources);
    writeManifests(rendered, out);
    process.stdout.write(`${rendered.length} manifests in ${out}\n`);
    return 0;
  },
  images(resources, { format }) {
    const used = images(resources);
    process.stdout.write(format === "json" ? `${JSON.stringify(used, null, 2)}\n` : imageTable(used));
    return 0;
  },
};

/** Runs one command; the exit code. */
async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  const command = commands[positionals[0] ?? ""];
  if (values.help || !command) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  return command(await declaredResources(values.stack, readStackFile(values.stack)), values);
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
