import { writeFileSync } from "node:fs";
import { RunError } from "@pulumi/pulumi/errors.js";
import { Command } from "commander";
import { readBundle } from "../components/image/bundle.ts";
import { lineProgress } from "../lab/progress.ts";
import { readStackFile } from "../offline/stack-file.ts";
import { manifestBeside, readManifest } from "./archive.ts";
import { writeBundle } from "./bundle.ts";
import { contents } from "./contents.ts";
import { fillMirror } from "./mirror.ts";
import { findOras } from "./oras.ts";
import { megabytes } from "./size.ts";

const program = new Command("airgap").description(
  "Carries a stack's images to where no public registry can be reached.",
);
const progress = lineProgress();

program
  .command("bundle")
  .description("writes every image of a stack to an OCI archive, with a manifest beside it")
  .option("--stack <name>", "the stack, whose file is Pulumi.<name>.yaml", "dev")
  .option("--out <file>", "the archive", "slipway-bundle.tar")
  .action(async ({ stack, out }: { stack: string; out: string }) => {
    const wanted = await contents(stack, readStackFile(stack));
    const images = await writeBundle(wanted, { oras: await findOras(progress), out, stack, progress });
    const size = images.reduce((sum, image) => sum + image.size, 0);
    process.stdout.write(`${out}: ${images.length} images, ${megabytes(size)}; manifest: ${manifestBeside(out)}\n`);
  });

program
  .command("mirror")
  .description("pushes the images of a bundle to a private registry")
  .requiredOption("--target <registry>", "the registry, with an optional path, as in registry.internal:5000/mirror")
  .option("--bundle <file>", "the archive", "slipway-bundle.tar")
  .option("--plain-http", "speak plain HTTP to the registry", false)
  .action(async ({ target, bundle: archive, plainHttp }: { target: string; bundle: string; plainHttp: boolean }) => {
    const manifest = manifestBeside(archive);
    writeFileSync(manifest, await readManifest(archive));
    const oras = await findOras(progress, plainHttp);
    await fillMirror(readBundle(manifest), { oras, archive, target, progress });
    process.stdout.write(
      `${target} has every image of ${archive}, each under its digest. In the stack file, under slipway:images:\n` +
        `  mirror: ${target}\n  bundle: ${manifest}\n`,
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!RunError.isInstance(error)) throw error;
  program.error(error.message);
}
