import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import type { EngineEvent, Stack, UpOptions } from "@pulumi/pulumi/automation/index.js";
import { execa } from "execa";

export type Program = () => Promise<Record<string, unknown> | void>;

/** What an operation of the engine came to. */
export interface Outcome {
  failed: boolean;
  /** Everything that it printed. */
  text: string;
  /** Operation by resource name: same, create, update, replace, delete… */
  steps: Record<string, string[]>;
  /** Messages beside resources, the ephemeral ones of progress too. */
  messages: string[];
  outputs: Record<string, unknown>;
}

/** A stack of the real engine, with its own state in a folder of its own and the plugins that stand on the PATH. */
export class TestStack {
  readonly #stack: Stack;
  readonly #folder: string;
  #program: Program = () => Promise.resolve();

  static async create(environment: Record<string, string> = {}): Promise<TestStack> {
    const folder = mkdtempSync(join(tmpdir(), "slipway-kubernetes-"));
    const test: TestStack = new TestStack(await selectStack(folder, environment, () => test.#program()), folder);
    return test;
  }

  constructor(stack: Stack, folder: string) {
    this.#stack = stack;
    this.#folder = folder;
  }

  up(program: Program, options: UpOptions = {}): Promise<Outcome> {
    this.#program = program;
    return outcomeOf(async (watch) => (await this.#stack.up({ ...options, ...watch })).outputs);
  }

  preview(program: Program): Promise<Outcome> {
    this.#program = program;
    return outcomeOf(async (watch) => {
      await this.#stack.preview({ diff: true, ...watch });
    });
  }

  refresh(): Promise<Outcome> {
    return outcomeOf(async (watch) => {
      await this.#stack.refresh(watch);
    });
  }

  /** Deletes what the stack made, and its state. */
  async destroy(): Promise<Outcome> {
    const outcome = await outcomeOf(async (watch) => {
      await this.#stack.destroy(watch);
    });
    if (!outcome.failed) rmSync(this.#folder, { recursive: true });
    return outcome;
  }

  /** The state as it lies on disk: what is secret is encrypted in it, or ought to be. */
  state(): { text: string; resource: (name: string) => StateResource | undefined } {
    const text = readFileSync(join(this.#folder, ".pulumi", "stacks", PROJECT, `${STACK}.json`), "utf8");
    const { checkpoint } = JSON.parse(text) as { checkpoint: { latest?: { resources?: StateResource[] } } };
    return { text, resource: (name) => checkpoint.latest?.resources?.find(({ urn }) => urn.endsWith(`::${name}`)) };
  }
}

const PROJECT = "provider";
const STACK = "test";

export interface StateResource {
  urn: string;
  id: string;
  inputs: Record<string, never>;
  outputs: Record<string, never>;
  initErrors?: string[];
}

function selectStack(folder: string, environment: Record<string, string>, program: Program): Promise<Stack> {
  return LocalWorkspace.createOrSelectStack(
    { projectName: PROJECT, stackName: STACK, program },
    {
      workDir: folder,
      envVars: { PULUMI_BACKEND_URL: `file://${folder}`, PULUMI_CONFIG_PASSPHRASE: "only for tests", ...environment },
      projectSettings: { name: PROJECT, runtime: "nodejs", backend: { url: `file://${folder}` } },
    },
  );
}

async function outcomeOf(
  run: (watch: {
    onOutput: (text: string) => void;
    onEvent: (event: EngineEvent) => void;
  }) => Promise<Record<string, { value: unknown }> | void>,
): Promise<Outcome> {
  const printed: string[] = [];
  const messages: string[] = [];
  const steps: Record<string, string[]> = {};
  const onEvent = ({ resourcePreEvent, diagnosticEvent }: EngineEvent): void => {
    if (diagnosticEvent) messages.push(diagnosticEvent.message);
    if (!resourcePreEvent) return;
    const { op, urn } = resourcePreEvent.metadata;
    (steps[urn.split("::").at(-1) ?? ""] ??= []).push(op);
  };
  try {
    const outputs = (await run({ onOutput: (text) => printed.push(text), onEvent })) ?? {};
    const plain = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
    return { failed: false, text: printed.join(""), steps, messages, outputs: plain };
  } catch (error) {
    // What the command printed is in the error once more; before it printed anything, it is only there.
    return { failed: true, text: printed.join("") || String(error), steps, messages, outputs: {} };
  }
}

/** kubectl, as a person at a terminal would use it. */
export async function kubectl(...args: string[]): Promise<string> {
  return (await execa("kubectl", args)).stdout;
}

/** A live object, with its managed fields. */
export async function live(kind: string, namespace: string, name: string): Promise<Live> {
  return JSON.parse(await kubectl("get", kind, "-n", namespace, name, "-o", "json", "--show-managed-fields")) as Live;
}

export interface Live {
  metadata: {
    name: string;
    uid: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    managedFields: { manager: string; operation: string }[];
  };
  data?: Record<string, string>;
  spec: Record<string, unknown>;
}

/** Makes a namespace of a test's own and returns its name. */
export async function temporaryNamespace(purpose: string): Promise<string> {
  const name = `provider-${purpose}-${process.pid}`;
  await kubectl("create", "namespace", name);
  return name;
}
