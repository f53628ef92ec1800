import { contents } from "./files.ts";
import { merged } from "./layers.ts";
import { known, type SecretConfig, type Shared } from "./services.ts";
import type { Parsed } from "./schema/index.ts";

type ParsedTask = Parsed["tasks"][number];

/** A task of the stack file, complete: layers merged, files read, secrets looked up. */
export interface TaskConfig extends Omit<ParsedTask, "files" | "secrets"> {
  files: Record<string, string>;
  secrets: SecretConfig[];
}

export function completedTask(task: ParsedTask, { env, secrets }: Omit<Shared, "replicas">): TaskConfig {
  return {
    ...task,
    env: merged(env, task.env),
    files: contents(task.files),
    secrets: known(task.secrets, secrets),
  };
}
