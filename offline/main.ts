import { RunError } from "@pulumi/pulumi/errors.js";
import { Command, Option } from "commander";
import { readStack } from "../config/index.ts";
import { settingsOf } from "../policies/settings.ts";
import { format, FORMATS, type Format } from "../policies/report/index.ts";
import { DIFF_FORMATS, review, type DiffFormat } from "./diff/index.ts";
import { images as imagesOf, imageTable } from "./images.ts";
import { manifests, writeManifests } from "./manifests.ts";
import { declaredResources } from "./recorder.ts";
import { policyConfig } from "./policy-config.ts";
import { readStackFile } from "./stack-file.ts";

const program = new Command("offline").description(
  "Evaluates a stack with no engine, no cluster, no provider plugin and no credentials.",
);

const stackOption = () => new Option("--stack <name>", "the stack, whose file is Pulumi.<name>.yaml").default("dev");

program
  .command("render")
  .description("the manifests, one file a resource; secret values are replaced")
  .addOption(stackOption())
  .option("--out <folder>", "where they go", "rendered")
  .action(async ({ stack, out }: { stack: string; out: string }) => {
    const rendered = manifests(await declaredResources(stack, readStackFile(stack)));
    writeManifests(rendered, out);
    process.stdout.write(`${rendered.length} manifests in ${out}\n`);
  });

program
  .command("diff")
  .description("what changed in the manifests since a commit")
  .addOption(stackOption())
  .option("--base <ref>", "branch, tag or commit", "HEAD")
  .addOption(new Option("--format <format>").choices(DIFF_FORMATS).default("text"))
  .action(async ({ stack, base, format: as }: { stack: string; base: string; format: DiffFormat }) => {
    const rendered = manifests(await declaredResources(stack, readStackFile(stack)));
    process.stdout.write(await review(stack, rendered, base, as));
  });

program
  .command("images")
  .description("every image that the stack needs")
  .addOption(stackOption())
  .addOption(new Option("--format <format>").choices(["table", "json"]).default("table"))
  .action(async ({ stack, format }: { stack: string; format: string }) => {
    const used = imagesOf(await declaredResources(stack, readStackFile(stack)));
    process.stdout.write(format === "json" ? `${JSON.stringify(used, null, 2)}\n` : imageTable(used));
  });

program
  .command("policy")
  .description("the verdict of the policy pack; exit code 1 if it blocks")
  .addOption(stackOption())
  .addOption(new Option("--format <format>").choices(FORMATS).default("table"))
  .action(async ({ stack, format: as }: { stack: string; format: Format }) => {
    const file = readStackFile(stack);
    // Loaded here, for the other commands do not need a hundred rules.
    const { evaluate } = await import("../policies/evaluate.ts");
    const { environment, images } = readStack(file.config, file.secretKeys, stack);
    const verdict = evaluate(await declaredResources(stack, file), {
      environment,
      settings: { ...settingsOf(images), unresolved: images.resolveDigests },
      ...policyConfig(),
    });
    process.stdout.write(format(verdict, as, { artifact: `Pulumi.${stack}.yaml` }));
    if (verdict.blocked) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!RunError.isInstance(error)) throw error;
  program.error(error.message);
}
