/** A step of a build, as `buildctl --progress=rawjson` reports it. @see https://pkg.go.dev/github.com/moby/buildkit/client#SolveStatus */
interface Vertex {
  digest: string;
  name: string;
  started?: string;
  completed?: string;
  cached?: boolean;
  error?: string;
}

interface Report {
  vertexes?: Vertex[];
  logs?: { vertex: string; data: string }[];
  warnings?: { short: string; url?: string }[];
}

/** What a build says while it runs. */
export interface BuildListener {
  /** A step begins, or says something. */
  onStatus: (text: string) => void;
  onWarning: (text: string) => void;
}

/** Lines of a failed step that are shown: enough for a compiler's first complaints. */
const LAST_LINES = 20;

/** Follows a build by its reports, and knows in the end which step failed and what it had said. */
export class BuildProgress {
  readonly #listener: BuildListener;
  readonly #logs = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #failed: Vertex | undefined;
  #message = "";

  constructor(listener: BuildListener) {
    this.#listener = listener;
  }

  /** Takes one line of output: a report, or plain text where buildctl itself has something to say. */
  accept(line: string): void {
    if (!line.startsWith("{")) {
      const [, message] = /^error: (?:failed to solve: )?(.*)$/.exec(line) ?? [];
      this.#message = message ?? this.#message;
      return;
    }
    const { vertexes = [], logs = [], warnings = [] } = JSON.parse(line) as Report;
    for (const vertex of vertexes) this.#step(vertex);
    for (const { vertex, data } of logs) {
      const text = Buffer.from(data, "base64").toString();
      this.#logs.set(vertex, (this.#logs.get(vertex) ?? "") + text);
      const said = lastLines(text, 1);
      if (said) this.#listener.onStatus(`${this.#names.get(vertex) ?? ""} | ${said}`);
    }
    for (const { short } of warnings) this.#listener.onWarning(Buffer.from(short, "base64").toString());
  }

  #step(vertex: Vertex): void {
    const isNew = !this.#names.has(vertex.digest);
    // Bookkeeping of the builder, of no interest while all goes well.
    if (isNew && vertex.started && !vertex.name.startsWith("[internal]")) this.#listener.onStatus(vertex.name);
    if (vertex.started) this.#names.set(vertex.digest, vertex.name);
    // A failure cancels the steps beside it, which then report an error of their own.
    if (vertex.error && !/context canceled/.test(vertex.error)) this.#failed ??= vertex;
  }

  /** Why the build failed: the step, its error and its last words; or what buildctl said when no step had begun. */
  failure(): string {
    if (!this.#failed) return this.#message || "the builder gave no reason";
    const { digest, name, error = "" } = this.#failed;
    const said = lastLines(this.#logs.get(digest) ?? "", LAST_LINES);
    const reason = /exit code: (\d+)$/.exec(error);
    const step = `step ${name}: ${reason ? `exit code ${reason[1]}` : error}`;
    return said ? `${step}; its last lines:\n${said.replaceAll(/^/gm, "  ")}` : step;
  }
}

function lastLines(text: string, count: number): string {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return lines.slice(-count).join("\n");
}
