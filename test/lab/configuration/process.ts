import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";

/** A file as the process sees it. */
export interface SeenFile {
  content: string;
  /** Permission bits, as in `0440`. */
  mode: string;
  group: number;
}

/** A process of a pod, seen from the machine that runs the lab: images without a shell can be asked in no other way. */
export class PodProcess {
  readonly #folder: string;

  /**
   * @param pod uid of the pod
   * @param program path of its program in the image
   */
  constructor(pod: string, program: string) {
    const found = readdirSync("/proc")
      .filter((entry) => /^\d+$/.test(entry))
      .find((pid) => read(`/proc/${pid}/cgroup`).includes(pod) && target(`/proc/${pid}/exe`) === program);
    if (!found) throw new Error(`no ${program} in the pod ${pod}`);
    this.#folder = `/proc/${found}`;
  }

  get environment(): Record<string, string> {
    const entries = read(`${this.#folder}/environ`).split("\0").filter(Boolean);
    return Object.fromEntries(entries.map((entry) => [entry.split("=")[0] ?? "", entry.slice(entry.indexOf("=") + 1)]));
  }

  file(path: string): SeenFile {
    const file = `${this.#folder}/root${path}`;
    const { mode, gid } = statSync(file);
    return { content: readFileSync(file, "utf8"), mode: (mode & 0o7777).toString(8).padStart(4, "0"), group: gid };
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The process ended meanwhile.
    return "";
  }
}

function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return "";
  }
}
