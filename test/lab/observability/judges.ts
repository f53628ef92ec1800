import { ensureTools } from "../../../lab/tools/ensure.ts";
import { withoutLacking } from "./lacking.ts";
import type { PodRoot } from "./pod-root.ts";

/** The programs that check a configuration themselves. */
export const programs = ["prometheus", "loki", "log-agent", "otel-gateway"] as const;
export type Judged = (typeof programs)[number];

interface Judge {
  /** Where the configuration is, as the program's arguments say. */
  file: (root: PodRoot) => string;
  /** Asks for a verdict; the exit code is it. */
  check: (root: PodRoot) => ReturnType<PodRoot["run"]>;
}

const tools = await ensureTools(["prometheus", "loki", "otelcol"]);

const collector: Judge = {
  file: (root) => argument(root, "--config"),
  check: (root) => {
    const file = argument(root, "--config");
    root.write(file, withoutLacking(root.read(file)));
    return root.run(tools.bin("otelcol-contrib"), ["validate", ...root.args]);
  },
};

export const judges: Record<Judged, Judge> = {
  prometheus: {
    file: (root) => argument(root, "--config.file"),
    // Rules and files of credentials are looked for, too.
    check: (root) => root.run(tools.bin("promtool"), ["check", "config", argument(root, "--config.file")]),
  },
  loki: {
    file: (root) => argument(root, "-config.file"),
    check: (root) => root.run(tools.bin("loki"), [...root.args, "-verify-config"]),
  },
  "log-agent": collector,
  "otel-gateway": collector,
};

function argument({ args }: PodRoot, name: string): string {
  const found = args.find((arg) => arg.startsWith(`${name}=`));
  if (!found) throw new Error(`no ${name} among ${args.join(" ")}`);
  return found.slice(name.length + 1);
}
