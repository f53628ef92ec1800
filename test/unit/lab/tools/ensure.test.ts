import { existsSync } from "node:fs";
import { access, constants, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test, vi } from "vitest";
import { buildMissing } from "../../../../lab/tools/ensure.ts";
import { findGo } from "../../../../lab/tools/go.ts";
import type { Entry } from "../../../../lab/tools/paths.ts";
import { entriesOf, fixture, large, processesUsing, recorder, small } from "./fixture.ts";

const lab = (file: string) => JSON.stringify(new URL(`../../../../lab/${file}`, import.meta.url).href);

/** Another process that builds. */
function builder(entry: Entry, root: string) {
  const code = `import { buildMissing } from ${lab("tools/ensure.ts")};
    import { findGo } from ${lab("tools/go.ts")};
    import { lineProgress } from ${lab("progress.ts")};
    await buildMissing([${JSON.stringify(entry)}], await findGo(), ${JSON.stringify(root)}, lineProgress());`;
  return execa(process.execPath, ["--input-type=module", "--eval", code], { reject: false });
}

describe("with a real go build", { timeout: 120_000 }, () => {
  test("a tool ends up in the cache under its own name, and says how far the run is", async () => {
    const { root, entry } = await fixture(small, { binaries: ["greeter"], renames: { hello: "greeter" } });
    const progress = recorder();
    await buildMissing([entry], await findGo(), root, progress);

    expect((await execa(join(entry.folder, "bin", "greeter"))).stderr).toBe("hello");
    expect(await entriesOf(root)).toEqual(["hello-0000000000000000"]);
    expect(progress.lines).toContain("hello: built (1 of 1)");
  });

  test("a build that is there already is not repeated", async () => {
    const { root, entry } = await fixture("not Go at all");
    await mkdir(entry.folder, { recursive: true });
    const progress = recorder();
    await buildMissing([entry], await findGo(), root, progress);
    expect(progress.lines).toEqual([]);
  });

  test("two builders at once build once: the second says that it waits, and for whom", async () => {
    const { root, entry } = await fixture(small);
    const builders = [builder(entry, root), builder(entry, root)];
    const said = (await Promise.all(builders)).map(({ stderr }) => stderr);

    expect(said.join("\n").match(/: built /g)).toHaveLength(1);
    const waited = said.find((text) => text.includes("waiting for it to finish"));
    expect(builders.map(({ pid }) => `Process ${pid} is building`).some((text) => waited?.includes(text))).toBe(true);
    await access(join(entry.folder, "bin", "hello"), constants.X_OK);
  });

  test("a builder that is killed leaves no entry and no compiler, and the next one clears its folder", async () => {
    const { root, entry } = await fixture(large);
    const killed = builder(entry, root);
    const running = () => processesUsing(root);
    await vi.waitFor(async () => expect(await running()).toContain("compile"), {
      timeout: 60_000,
      interval: 20,
    });
    killed.kill("SIGKILL");
    await vi.waitFor(async () => expect(await running()).toEqual([]), { timeout: 3_000, interval: 20 });

    expect(existsSync(entry.folder)).toBe(false);
    expect(await entriesOf(root)).toEqual([expect.stringMatching(/^\.work-/)]);
    await writeFile(join(entry.source, "main.go"), small);
    await buildMissing([entry], await findGo(), root, recorder());
    expect(await entriesOf(root)).toEqual(["hello-0000000000000000"]);
  });

  test("code that does not compile: the compiler's lines, the log, the command to retry, and nothing half done", async () => {
    const { root, entry } = await fixture("package main\n\nfunc main() { undefinedFunction() }\n");
    const failure = await buildMissing([entry], await findGo(), root, recorder()).catch((error: unknown) => error);

    const log = join(root, "logs", "hello.log");
    expect(failure).toMatchObject({ name: "LabError" });
    const { message } = failure as Error;
    expect(message).toMatch(/^hello does not compile; the compiler's last lines:\n[^]*undefined: undefinedFunction/);
    expect(message).toContain(`Log: ${log}`);
    expect(await readFile(log, "utf8")).toContain("undefinedFunction");
    expect(await entriesOf(root)).toEqual([]);

    const retry = message.split("Retry by hand: ")[1]!;
    expect((await execa("sh", ["-c", retry], { reject: false })).stderr).toContain("undefined: undefinedFunction");
  });

  test("a module that cannot be downloaded: one sentence that names tool and proxy", async () => {
    const { root, entry } = await fixture(small.replace("func", 'import _ "example.test/absent"\n\nfunc'));
    const go = await readFile(join(entry.source, "go.mod"), "utf8");
    await writeFile(join(entry.source, "go.mod"), `${go}\nrequire example.test/absent v1.0.0\n`);
    const sum = "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    await writeFile(
      join(entry.source, "go.sum"),
      `example.test/absent v1.0.0 ${sum}\nexample.test/absent v1.0.0/go.mod ${sum}\n`,
    );
    vi.stubEnv("GOPROXY", "off");
    const failed = buildMissing([entry], await findGo(), root, recorder()).finally(() => vi.unstubAllEnvs());
    await expect(failed).rejects.toThrow(
      /^hello was not built: its Go modules could not be downloaded from off .*GOPROXY/,
    );
    expect(await entriesOf(root)).toEqual([]);
  });

  test("a catalog that promises other binaries than Go makes is caught", async () => {
    const { root, entry } = await fixture(small, { binaries: ["hello", "missing"] });
    await expect(buildMissing([entry], await findGo(), root, recorder())).rejects.toThrow(
      "says that hello is hello missing, but Go made hello",
    );
  });
});
