import { readFileSync } from "node:fs";
import { execa } from "execa";
import { vi } from "vitest";
import { labProcesses } from "../../../lab/node/cgroups.ts";

interface Variable {
  name: string;
  value?: string;
  valueFrom?: unknown;
}

interface Job {
  metadata: { name: string };
  spec: { backoffLimit: number; template: { spec: { containers: { env: Variable[] }[] } } };
}

/** What one run said, a line each. */
export interface Line {
  msg: string;
  slot?: string;
  since?: string;
  fence?: number;
  cursor?: string;
}

/** Starts runs of one CronJob, and watches them. */
export class Runs {
  readonly #namespace: string;
  readonly #cronJob: string;

  constructor(namespace: string, cronJob: string) {
    this.#namespace = namespace;
    this.#cronJob = cronJob;
  }

  /** As a person does; a warning of the API server, as of Pod Security admission, is an error. */
  async byHand(name: string): Promise<void> {
    const from = `--from=cronjob/${this.#cronJob}`;
    await this.kubectl("create", "job", name, from, "--warnings-as-errors");
  }

  /** A second Job of one slot, which the controller's naming would not allow: the name that the pods see is overridden. */
  async forSlot(name: string, slot: Date): Promise<void> {
    const from = `--from=cronjob/${this.#cronJob}`;
    const job = JSON.parse(await this.kubectl("create", "job", name, from, "--dry-run=client", "-o=json")) as Job;
    const value = `${this.#cronJob}-${slot.getTime() / 60_000}`;
    job.spec.backoffLimit = 0;
    for (const container of job.spec.template.spec.containers) {
      container.env = container.env.map((variable) =>
        variable.name === "TASK_JOB" ? { name: "TASK_JOB", value } : variable,
      );
    }
    await execa("kubectl", ["-n", this.#namespace, "create", "-f=-", "--warnings-as-errors"], {
      input: JSON.stringify(job),
    });
  }

  async finished(name: string, condition: "complete" | "failed" = "complete"): Promise<Line[]> {
    await this.kubectl("wait", "job", name, `--for=condition=${condition}`, "--timeout=60s");
    return this.lines(name);
  }

  async lines(name: string): Promise<Line[]> {
    const text = await this.kubectl("logs", `--selector=batch.kubernetes.io/job-name=${name}`, "--tail=-1");
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Line);
  }

  /** The process of a run, or of another pod, as soon as there is one. */
  async process(selector: string): Promise<number> {
    return vi.waitFor(
      async () => {
        const pod = await this.kubectl(
          "get",
          "pods",
          `--selector=${selector}`,
          "-o=jsonpath={.items[0].metadata.name}",
        );
        const pids = (await labProcesses()).filter((pid) => environment(pid).includes(`HOSTNAME=${pod}`));
        if (pod === "" || pids[0] === undefined) throw new Error(`no process of ${selector} yet`);
        return pids[0];
      },
      { timeout: 20_000, interval: 50 },
    );
  }

  async lease(): Promise<{ holder: string; slot: string; cursor: string }> {
    const text = await this.kubectl("get", "lease", this.#cronJob, "-o=json");
    const { metadata, spec } = JSON.parse(text) as {
      metadata: { annotations?: Record<string, string> };
      spec?: { holderIdentity?: string };
    };
    return {
      holder: spec?.holderIdentity ?? "",
      slot: metadata.annotations?.["slipway.dev/last-slot"] ?? "",
      cursor: metadata.annotations?.["slipway.dev/cursor"] ?? "",
    };
  }

  async kubectl(...args: string[]): Promise<string> {
    const { stdout } = await execa("kubectl", ["-n", this.#namespace, ...args]);
    return stdout;
  }
}

function environment(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}
