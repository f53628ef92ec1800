import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";

/** Folder of a Go module's files, which are downloaded at need, in the version that the go.mod in `source` selects. */
export function moduleFolder(source: string, module: string): string {
  const { stdout } = execaSync("go", ["mod", "download", "-json", module], { cwd: source, env: { GOWORK: "off" } });
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}

/** Path of the program that Go makes of a folder; it is built once for each state of its files. */
export function goProgram(source: string): string {
  const hash = createHash("sha256");
  for (const file of ["main.go", "go.mod", "go.sum"]) hash.update(readFileSync(join(source, file)));
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "slipway", "test");
  const program = join(cache, hash.digest("hex").slice(0, 16));
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    const unfinished = `${program}-${process.pid}`;
    const flags = ["-trimpath", "-buildvcs=false", "-ldflags=-s -w"];
    execaSync("go", ["build", ...flags, "-o", unfinished, "."], {
      cwd: source,
      env: { GOWORK: "off", CGO_ENABLED: "0" },
    });
    renameSync(unfinished, program);
  }
  return program;
}
