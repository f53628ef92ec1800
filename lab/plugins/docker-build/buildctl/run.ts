import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import type { ImageInputs } from "../inputs.ts";
import { buildCommand } from "./arguments.ts";
import { BuildProgress, type BuildListener } from "./progress.ts";

/** One build. */
export interface BuildRequest {
  /** The resource's name, for messages. */
  name: string;
  inputs: ImageInputs;
  preview: boolean;
  listener: BuildListener;
  signal: AbortSignal;
}

/**
 * Builds an image and puts it where its outputs say.
 * @returns the image's digest; undefined when there is no output that is an image
 * @throws Error naming the step that failed, or saying that there is no builder
 */
export async function build({ name, inputs, preview, listener, signal }: BuildRequest): Promise<string | undefined> {
  const host = process.env.BUILDKIT_HOST;
  if (!host)
    throw new Error(
      `${name}: BUILDKIT_HOST is not set, so there is nothing to build an image with; start the lab: make lab-up`,
    );
  const scratch = await mkdtemp(join(tmpdir(), "docker-build-"));
  try {
    const metadata = join(scratch, "metadata.json");
    const inlineFolder = inputs.dockerfile?.inline ? scratch : undefined;
    if (inlineFolder) await writeFile(join(inlineFolder, "Dockerfile"), inputs.dockerfile?.inline ?? "");
    const command = buildCommand(inputs, { preview, ...(inlineFolder && { inlineFolder }) });
    const progress = new BuildProgress(redacting(listener, inputs));
    const child = execa("buildctl", [...command.arguments, "--progress=rawjson", `--metadata-file=${metadata}`], {
      env: { ...command.environment, ...(await login(inputs, scratch)) },
      cancelSignal: signal,
      stdin: "ignore",
      buffer: false,
      reject: false,
    });
    for await (const line of child.iterable({ from: "stderr" })) progress.accept(line);
    const { failed, code, isCanceled } = await child;
    if (isCanceled) throw new Error(`${name}: the build was cancelled`);
    if (code === "ENOENT") throw new Error(`${name}: buildctl is not on the PATH; start the lab: make lab-up`);
    if (failed) throw new Error(explain(name, host, redact(progress.failure(), inputs)));
    const result = JSON.parse(await readFile(metadata, "utf8").catch(() => "{}")) as Record<string, string>;
    return result["containerimage.digest"];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function explain(name: string, host: string, failure: string): string {
  const unreachable = failure.includes("failed to list workers");
  return unreachable
    ? `${name}: no builder answers at ${host}; start the lab: make lab-up`
    : `${name}: image build failed at ${failure}`;
}

/** Values that must not be seen, should a step print them: whole, and line by line where there are several (keys). */
function redact(text: string, { secrets = {}, registries = [] }: ImageInputs): string {
  const values = [...Object.values(secrets), ...registries.map(({ password = "" }) => password)];
  // Shorter lines, such as a lone brace, give nothing away.
  const lines = values.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length >= 8);
  return [...values, ...lines].reduce(
    (result, value) => (value === "" ? result : result.replaceAll(value, "[secret]")),
    text,
  );
}

function redacting({ onStatus, onWarning }: BuildListener, inputs: ImageInputs): BuildListener {
  return { onStatus: (text) => onStatus(redact(text, inputs)), onWarning: (text) => onWarning(redact(text, inputs)) };
}

/** buildctl finds credentials where `docker login` leaves them: those of the inputs are added in a folder of their own. */
async function login({ registries = [] }: ImageInputs, scratch: string): Promise<Record<string, string>> {
  if (registries.length === 0) return {};
  const own = join(process.env.DOCKER_CONFIG ?? join(homedir(), ".docker"), "config.json");
  const config = JSON.parse(await readFile(own, "utf8").catch(() => "{}")) as { auths?: object };
  const auths = registries.map(({ address, username = "", password = "" }) => [
    address,
    { auth: Buffer.from(`${username}:${password}`).toString("base64") },
  ]);
  const merged = { ...config, auths: { ...config.auths, ...(Object.fromEntries(auths) as object) } };
  await writeFile(join(scratch, "config.json"), JSON.stringify(merged), { mode: 0o600 });
  return { DOCKER_CONFIG: scratch };
}
