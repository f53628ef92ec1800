import { execFileSync } from "node:child_process";

/** What a build was made from: tells people and `--version` where a running binary comes from. */
export interface Revision {
  /** Abbreviated commit, with `-dirty` where the folder differs from it; `untracked` outside of git. Valid as an image tag. */
  commit: string;
  /** RFC 3339 time of that commit, so that building twice gives the same image; `unknown` outside of git. */
  time: string;
}

const known = new Map<string, Revision>();

/**
 * The last commit that touched a folder. A commit elsewhere in the repository leaves it, and so the image, as they are.
 *
 * @param folder build context
 */
export function revisionOf(folder: string): Revision {
  const cached = known.get(folder);
  if (cached) return cached;
  const revision = readRevision(folder);
  known.set(folder, revision);
  return revision;
}

function readRevision(folder: string): Revision {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const [commit, time] = git("log", "-1", "--format=%h %cI", "--abbrev=12", "--", ".").split(" ");
    if (!commit || !time) return { commit: "untracked", time: "unknown" };
    const dirty = git("status", "--porcelain", "--", ".") !== "";
    return { commit: dirty ? `${commit}-dirty` : commit, time };
  } catch {
    return { commit: "untracked", time: "unknown" };
  }
}
