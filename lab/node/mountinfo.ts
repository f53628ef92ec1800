import { readFile } from "node:fs/promises";

/** A line of /proc/self/mountinfo, as far as the lab reads it. */
export interface Mount {
  /** Where it is mounted. */
  point: string;
  /** File system type: `cgroup`, `nsfs`, `overlay`… */
  type: string;
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html */
export function parseMountinfo(text: string): Mount[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const fields = line.split(" ");
      // Optional fields of any number end at a lone hyphen.
      return { point: unescape(fields[4]!), type: fields[fields.indexOf("-", 6) + 1]! };
    });
}

export async function mounts(): Promise<Mount[]> {
  return parseMountinfo(await readFile("/proc/self/mountinfo", "utf8"));
}

export async function isMountPoint(path: string): Promise<boolean> {
  return (await mounts()).some(({ point }) => point === path);
}

/** The kernel writes blanks and backslashes in octal. */
function unescape(path: string): string {
  return path.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}
