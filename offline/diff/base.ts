import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { RunError } from "@pulumi/pulumi/errors.js";
import { execa } from "execa";

/** A commit that something is compared with. */
export interface Base {
  /** As the user wrote it. */
  ref: string;
  /** Abbreviated commit. */
  commit: string;
}

/** @throws RunError if this clone has no such commit */
export async function resolveBase(ref: string): Promise<Base> {
  const { stdout, exitCode } = await execa("git", ["rev-parse", "--verify", "--quiet", "--short", `${ref}^{commit}`], {
    reject: false,
  });
  if (exitCode === 0 && !ref.startsWith("-")) return { ref, commit: stdout };
  throw new RunError(
    `BASE=${ref}: no such commit in this clone; name a branch, tag or commit, or fetch it first: git fetch origin ${ref}`,
  );
}

/**
 * Renders a stack as it was at a commit, with that commit's own program, into a folder. Its checkout is a temporary one,
 * which is gone afterwards, also when the command is interrupted.
 *
 * @returns whether the commit has that stack
 * @throws RunError with what the program of that commit said if it does not render
 */
export async function renderBase({ ref, commit }: Base, stack: string, out: string): Promise<boolean> {
  const parent = mkdtempSync(join(tmpdir(), "slipway-base-"));
  const folder = join(parent, "checkout");
  const remove = () => {
    spawnSync("git", ["worktree", "remove", "--force", folder]);
    rmSync(parent, { recursive: true, force: true });
  };
  const interrupted = () => {
    remove();
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    await execa("git", ["worktree", "add", "--quiet", "--detach", folder, commit]);
    if (!existsSync(join(folder, `Pulumi.${stack}.yaml`))) return false;
    await provideModules(folder);
    const args = ["offline/main.ts", "render", "--stack", stack, "--out", out];
    const { exitCode, stderr } = await execa(process.execPath, args, { cwd: folder, reject: false });
    if (exitCode !== 0) throw new RunError(`${stack} does not render at ${ref} (${commit}):\n${stderr}`);
    return true;
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    remove();
  }
}

/** The same lock file, the same modules: then this checkout's serve both. */
async function provideModules(folder: string): Promise<void> {
  const lock = (checkout: string) => readFileSync(join(checkout, "package-lock.json"), "utf8");
  if (lock(folder) === lock(".")) symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  else await execa("npm", ["ci", "--no-progress", "--loglevel=error"], { cwd: folder });
}
