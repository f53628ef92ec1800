import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { installCommand } from "../../../../lab/host/packages.ts";
import { which } from "../../../../lab/host/which.ts";
import { withLock } from "../../../../lab/tools/lock.ts";

/** moto and all that it needs, by version and hash. */
const requirements = join(import.meta.dirname, "requirements.txt");

/** Exits with 1 where an environment cannot be made, or would not take what is required. */
const able = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";

/** What Debian keeps apart from Python itself. */
const venv = { command: "python3", debian: "python3-venv", elsewhere: "python3" };

/** The Python of an environment that has moto; it is made once for each version of it. */
export async function pythonWithMoto(): Promise<string> {
  const version = /^moto==(\S+)/m.exec(await readFile(requirements, "utf8"))?.[1];
  if (version === undefined) throw new Error(`${requirements} names no moto`);
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "slipway");
  const folder = join(cache, `moto-${version}`);
  await mkdir(cache, { recursive: true });
  await withLock(
    folder,
    () => undefined,
    async () => {
      if (await works(pythonIn(folder), "import moto, flask")) return;
      await rm(folder, { recursive: true, force: true });
      await create(folder);
    },
  );
  return pythonIn(folder);
}

/** Makes it elsewhere first: what was interrupted is never taken for the whole. */
async function create(folder: string): Promise<void> {
  await requireVenv();
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await execa("python3", ["-m", "venv", unfinished]);
  const strict = ["--no-input", "--no-deps", "--require-hashes", "--only-binary=:all:"];
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...strict, "-r", requirements];
  await execa(pythonIn(unfinished), install, { timeout: 300_000 });
  await rename(unfinished, folder);
}

async function requireVenv(): Promise<void> {
  if (await works("python3", able)) return;
  const isDebian = which("apt-get") !== undefined;
  if (isDebian && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args: string[]) =>
      execa("apt-get", ["--quiet", "-o", "DPkg::Lock::Timeout=300", ...args], { env, stdin: "ignore", reject: false });
    await apt("update");
    await apt("install", "--yes", "--no-install-recommends", venv.debian);
    if (await works("python3", able)) return;
  }
  const command = installCommand(isDebian ? "apt-get" : undefined, [venv]);
  throw new Error(`The emulator of S3 needs Python 3.11 or later as python3, with venv and ensurepip: ${command}`);
}

/** Whether a Python is there and has modules: one of another version does not see what its forerunner had. */
async function works(python: string, statement: string): Promise<boolean> {
  const { failed } = await execa(python, ["-c", statement], { reject: false, stdin: "ignore" });
  return !failed;
}

function pythonIn(folder: string): string {
  return join(folder, "bin", "python");
}
