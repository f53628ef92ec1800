import { LabError } from "../error.ts";
import type { Go } from "./go.ts";

/** What a failed `go` command left behind. */
export interface FailedBuild {
  tool: string;
  log: string;
  logFile: string;
  /** Command line that repeats the failure. */
  retry: string;
  go: Pick<Go, "proxy">;
}

const LINES_SHOWN = 12;

/** Known causes, by what Go says; the sentence names the way out. */
const causes: { says: RegExp; sentence: (failed: FailedBuild, line: string) => string }[] = [
  {
    says: /no space left on device/,
    sentence: ({ tool }) => `${tool} was not built: the disk is full; make room and run the command again.`,
  },
  {
    says: /SECURITY ERROR|checksum mismatch/,
    sentence: ({ tool }, line) =>
      `${tool} was not built: a downloaded module is not the one that go.sum pins (${line}); do not use it, and find out what your module proxy serves.`,
  },
  {
    says: /missing go\.sum entry|updates to go\.mod needed/,
    sentence: ({ tool }, line) =>
      `${tool} was not built: lab/tools/${tool}/go.mod and go.sum do not agree (${line}); restore both from version control, or run \`go mod tidy\` there after changing a version.`,
  },
  {
    says: /reading https?:|dial tcp|i\/o timeout|connection re(fused|set)|no such host|proxyconnect|module lookup disabled|x509:/,
    sentence: ({ tool, go }, line) =>
      `${tool} was not built: its Go modules could not be downloaded from ${withoutCredentials(go.proxy)} (${line}); check the network, or set GOPROXY to a module proxy that can be reached.`,
  },
];

/** The one sentence for a tool that does not build, with where to look. */
export function buildFailure(failed: FailedBuild): LabError {
  const lines = failed.log.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("go: downloading "));
  const tail = lines.slice(-LINES_SHOWN);
  for (const { says, sentence } of causes) {
    const line = lines.find((candidate) => says.test(candidate));
    if (line) return new LabError(`${sentence(failed, line.trim())}\nLog: ${failed.logFile}`);
  }
  const shown = tail.map((line) => `  ${line}`).join("\n");
  return new LabError(
    `${failed.tool} does not compile; the compiler's last lines:\n${shown}\nLog: ${failed.logFile}\nRetry by hand: ${failed.retry}`,
  );
}

/** A proxy's address may carry a password. */
function withoutCredentials(proxy: string): string {
  return proxy.replaceAll(/\/\/[^@/,|]*@/g, "//");
}
