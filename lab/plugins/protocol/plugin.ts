import type { Path, Properties } from "./values.ts";

/** What a provider stand-in is: its name, and how its resources behave once it knows its configuration. */
export interface Plugin {
  /** Package name as in type tokens, `kubernetes`. */
  name: string;
  /** The version it speaks for: the one of the official provider whose behaviour it has. */
  version: string;
  /**
   * Says what of a changed provider configuration replaces the provider, and with it all of its resources.
   * @default nothing does
   */
  diffConfig?: (olds: Properties, news: Properties) => DiffResult;
  /**
   * Takes the provider's arguments and returns its operations. Arguments that are not strings arrive as JSON text.
   * The engine does not call it while an argument is unknown.
   */
  configure: (args: Properties) => Operations | Promise<Operations>;
}

/** The operations on resources. Each throws an `Error` whose message is the sentence that a person will read. */
export interface Operations {
  /** Completes and validates inputs. @default accepts them as they are */
  check?: (request: CheckRequest) => CheckResult | Promise<CheckResult>;
  diff: (request: DiffRequest) => DiffResult | Promise<DiffResult>;
  /** In a preview: what is known of the outputs, and an empty id. */
  create: (request: CreateRequest) => Promise<Created>;
  update: (request: UpdateRequest) => Promise<Properties>;
  /** Undefined says that the resource is gone. */
  read: (request: ReadRequest) => Promise<ReadResult | undefined>;
  /** Deleting what is gone already is a success. */
  delete: (request: DeleteRequest) => Promise<void>;
  invoke?: (request: InvokeRequest) => Promise<Properties>;
}

/** What every request on a resource carries. */
export interface ResourceRequest {
  urn: string;
  /** Type token, `kubernetes:core/v1:ConfigMap`. */
  type: string;
  /** The resource's name in the program. */
  name: string;
  /** Says something about this resource to whoever watches the engine. */
  log: Log;
  /** Aborted when the engine is asked to stop: waits end, what was done stays. */
  signal: AbortSignal;
}

/** Messages beside a resource. None may hold a secret. */
export interface Log {
  debug: (message: string) => void;
  info: (message: string) => void;
  warning: (message: string) => void;
  /** Progress, shown until the next message and kept nowhere: "[1/2] Waiting…". */
  status: (message: string) => void;
}

export interface CheckRequest extends ResourceRequest {
  olds: Properties;
  news: Properties;
  /** Stays the same for a resource until it is replaced: what is drawn from it is stable over repeated checks. */
  randomSeed: Uint8Array;
  autonaming: Autonaming;
}

/** The engine's own naming options (`pulumi:autonaming`). */
export interface Autonaming {
  mode: "default" | "propose" | "enforce" | "disabled";
  proposedName: string;
}

export interface CheckResult {
  inputs: Properties;
  failures?: { property: string; reason: string }[];
}

export interface DiffRequest extends ResourceRequest {
  id: string;
  oldInputs: Properties;
  oldOutputs: Properties;
  news: Properties;
  /** Paths of `ignoreChanges`, as the program wrote them. */
  ignoreChanges: readonly string[];
}

/** A difference at one path. `replace`: the resource cannot change there in place. */
export interface PropertyDifference {
  path: Path;
  kind: "add" | "delete" | "update";
  replace?: boolean;
}

/** No difference: no change. Any that says `replace`: the resource is replaced. */
export interface DiffResult {
  differences: readonly PropertyDifference[];
  /** The old one must go first: both would have the same name. */
  deleteBeforeReplace?: boolean;
}

export interface CreateRequest extends ResourceRequest {
  inputs: Properties;
  preview: boolean;
  /** The program's custom timeout in seconds; 0 where it has none. */
  timeout: number;
}

export interface Created {
  id: string;
  outputs: Properties;
}

export interface UpdateRequest extends ResourceRequest {
  id: string;
  oldInputs: Properties;
  oldOutputs: Properties;
  news: Properties;
  preview: boolean;
  /** The program's custom timeout in seconds; 0 where it has none. */
  timeout: number;
  ignoreChanges: readonly string[];
}

export interface ReadRequest extends ResourceRequest {
  id: string;
  /** Inputs in the state; empty on import. */
  inputs: Properties;
  /** Outputs in the state; empty on import. */
  outputs: Properties;
}

export interface ReadResult {
  id: string;
  inputs: Properties;
  outputs: Properties;
}

export interface DeleteRequest extends ResourceRequest {
  id: string;
  inputs: Properties;
  outputs: Properties;
  /** The program's custom timeout in seconds; 0 where it has none. */
  timeout: number;
}

export interface InvokeRequest {
  /** Function token, `kubernetes:yaml:decode`. */
  token: string;
  args: Properties;
  log: Log;
  signal: AbortSignal;
}
