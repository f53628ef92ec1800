import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { killLabProcesses, labProcesses, removeCgroups } from "../../lab/node/cgroups.ts";
import { removeMounts } from "../../lab/node/mounts.ts";
import { removeNamespace } from "../../lab/network/namespace.ts";
import { isProcess } from "../../lab/parts/part.ts";
import { parts } from "../../lab/parts/index.ts";
import { findParts } from "../../lab/process/find.ts";
import { stateAt, stateRoot } from "../../lab/state.ts";
import { deployEcho, kubectl, lookupInPod } from "./lifecycle/echo.ts";
import { hostTraces } from "./lifecycle/host.ts";
import { lab } from "./lifecycle/lab.ts";

const state = stateAt(stateRoot());
const processes = parts.filter(isProcess).map(({ name }) => name);
const apiService = "kubernetes.default.svc.cluster.local";

/** The lab that was there is the developer's: it is there again afterwards. */
let wasUp: boolean;
let before: string[];

async function succeed(command: string): Promise<string> {
  const { exitCode, all } = await lab(command);
  expect(all).toBeDefined();
  expect(exitCode, all).toBe(0);
  return all;
}

async function killEverything(): Promise<void> {
  await killLabProcesses();
  expect(await labProcesses()).toEqual([]);
}

async function killShims(): Promise<void> {
  const shims = (await labProcesses()).filter((pid) =>
    readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("containerd-shim"),
  );
  expect(shims).not.toEqual([]);
  for (const pid of shims) process.kill(pid, "SIGKILL");
}

async function expectHealthy(): Promise<void> {
  await succeed("status");
  await vi.waitFor(async () => expect(await lookupInPod(apiService)).toMatch(/^10\.\d+\.128\.1$/), 30_000);
}

/** A pod outlives its shim for a moment, and answers, until the kubelet ends it and starts it anew. */
async function expectHealthyAgain(): Promise<void> {
  await vi.waitFor(expectHealthy, { timeout: 60_000, interval: 1_000 });
}

beforeAll(async () => {
  wasUp = (await lab("status")).exitCode === 0;
  await succeed("down");
  before = await hostTraces();
});

afterAll(async () => {
  if (wasUp) await succeed("up");
});

describe("from nothing", () => {
  test("status says that the lab is down, and fails", async () => {
    const { exitCode, stdout } = await lab("status");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("down");
  });

  test("up ends with a node that is Ready, and says how to reach it", async () => {
    expect(await succeed("up")).toContain(state.kubeconfig);
    expect(await kubectl(["get", "nodes", "--no-headers"])).toMatch(/^lab\s+Ready\s.*v1\.36\.3$/);
  });

  test("an image is built from a public base, pushed, pulled by the node and runs; its pods resolve cluster names", async () => {
    await deployEcho();
    await expectHealthy();
  });

  test("the node's firewall, files and kernel settings are not the host's", async () => {
    const own = new Set(before);
    const traces = (await hostTraces()).filter((trace) => !own.has(trace) && !trace.startsWith("process "));
    const expected = [/^link slipway-lab@/, /^route .* dev slipway-lab /, /^mount .*\/(ns|ns\/mnt|slipway-lab)$/];
    expected.push(/^cgroup .*\/slipway-lab$/, /^file \/run\/netns/, /^file \/var\/lib\/(cni|kubelet)$/);
    expect(traces.filter((trace) => !expected.some((pattern) => pattern.test(trace)))).toEqual([]);
  });

  test("a second up finds everything running and starts nothing", async () => {
    const pids = await findParts();
    expect(await succeed("up")).not.toMatch(/started/);
    expect(await findParts()).toEqual(pids);
  });

  test("two at once both succeed, and each part runs once", async () => {
    await killEverything();
    const both = await Promise.all([lab("up"), lab("up")]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect([...(await findParts()).keys()].sort()).toEqual([...processes].sort());
    await expectHealthy();
  });

  test("a second lab is refused in one sentence that names the first", async () => {
    for (const command of ["up", "down", "status"]) {
      const { exitCode, stderr } = await lab(command, { SLIPWAY_LAB_STATE: `${state.root}-second` });
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`its state in ${state.root};`);
      expect(stderr.split("\n")).toHaveLength(1);
    }
    expect(existsSync(`${state.root}-second`)).toBe(false);
  });
});

describe("after kill -9", () => {
  test.each(processes)("of %s, status names it and up repairs the lab", async (name) => {
    const parts = await findParts();
    process.kill(parts.get(name)!.pid, "SIGKILL");
    await vi.waitFor(async () => expect((await findParts()).has(name)).toBe(false));
    const { exitCode, stdout } = await lab("status");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${name} +down`, "m"));

    await succeed("up");
    const now = await findParts();
    for (const other of processes) if (other !== name) expect(now.get(other), other).toEqual(parts.get(other));
    await expectHealthy();
  });

  test("of all shims, the pods come back", async () => {
    await killShims();
    await succeed("up");
    await expectHealthyAgain();
  });

  test("of containerd and all shims, the pods come back", async () => {
    process.kill((await findParts()).get("containerd")!.pid, "SIGKILL");
    await killShims();
    await succeed("up");
    await expectHealthyAgain();
  });

  test("of everything, the cluster comes back with what it ran", async () => {
    await killEverything();
    await succeed("up");
    await expectHealthy();
  });
});

test("after a reboot, which leaves the state and nothing else, the cluster comes back with what it ran", async () => {
  await killEverything();
  await removeMounts(state);
  await removeNamespace();
  await removeCgroups();
  await succeed("up");
  await expectHealthy();
});

describe("down", () => {
  test("leaves the host as it was", async () => {
    await succeed("down");
    expect(await hostTraces()).toEqual(before);
    expect(existsSync(state.root)).toBe(false);
  });

  test("is content when there is no lab", async () => {
    await succeed("down");
  });

  test.each([300, 800, 1_500, 3_000])("clears up after an up that was killed after %i ms", async (delay) => {
    const started = lab("up");
    await sleep(delay);
    (started as unknown as { kill: (signal: string) => void }).kill("SIGKILL");
    await started;
    await succeed("down");
    expect(await hostTraces()).toEqual(before);
    expect(existsSync(state.root)).toBe(false);
  });
});

test("a port that is taken is named with its owner, and nothing is left half done", async () => {
  const server = createServer().listen(5000, "127.0.0.1");
  try {
    const { exitCode, stderr } = await lab("up");
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`port 5000 is taken by process ${process.pid}`);
    expect(stderr).not.toContain("    at ");
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
  expect(await hostTraces()).toEqual(before);
});

test("a part that cannot start is named with the end of its log; the log stays, and nothing else", async () => {
  // etcd wants a directory there.
  await mkdir(state.data, { recursive: true });
  await writeFile(join(state.data, "etcd"), "");
  const { exitCode, stderr } = await lab("up");
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/etcd ended before it was ready; its log \(.*etcd\.log\) ends:\n.*not a directory/s);
  expect(await hostTraces()).toEqual(before);
  expect(readdirSync(state.root)).toEqual(["log"]);
  await succeed("down");
  expect(existsSync(state.root)).toBe(false);
});
