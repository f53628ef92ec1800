import type { Lab } from "../lab.ts";
import type { ToolName } from "../tools/catalog.ts";

/** What every part has. */
interface Common {
  name: string;
  /** Parts that must be ready before this one starts. */
  after: readonly string[];
}

/** A process of the lab. */
export interface ProcessPart extends Common {
  tool: ToolName;
  /** The executable, absolute, and its arguments. */
  command(lab: Lab): readonly [string, ...string[]];
  /** Generated files by their path under the configuration folder; a change in them restarts the part. */
  files?(lab: Lab): Record<string, string>;
  /** Runs in the host's network instead of the lab's. */
  hostNetwork?: true;
  /** Whether the process does its work. Asked again and again; an error counts as no. */
  ready(lab: Lab, pid: number): Promise<boolean>;
}

/** Something that is made once the parts it needs are there, and then has no process of its own on the machine. */
export interface TaskPart extends Common {
  run(lab: Lab): Promise<void>;
  /** Whether what was made does its work, where that takes its time. */
  ready?(lab: Lab): Promise<boolean>;
}

export type Part = ProcessPart | TaskPart;

export function isProcess(part: Part): part is ProcessPart {
  return "command" in part;
}
