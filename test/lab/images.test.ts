import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { labImageReference } from "../../lab/images/index.ts";
import { getManifest, repositoryUrl, request } from "../../lab/oci/client.ts";
import { parseReference } from "../../lab/oci/reference.ts";

/** The program as it is in the image that the node runs. */
let pause: string;
beforeAll(async () => {
  const reference = parseReference(labImageReference("pause"));
  const manifest = await getManifest(reference);
  const [layer] = (manifest?.content as { layers?: { digest: string }[] }).layers ?? [];
  const blob = await request(`${repositoryUrl(reference)}/blobs/${layer?.digest}`);
  const folder = await mkdtemp(join(tmpdir(), "pause-"));
  await execa("tar", ["--extract", `--directory=${folder}`], { input: new Uint8Array(await blob.arrayBuffer()) });
  pause = join(folder, "pause");
});

/** Process ids of a process's children, dead ones that nobody has collected included. */
async function childrenOf(pid: number | undefined): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.split(" ").filter((child) => child !== "");
}

test("pause ends when it is told to, at once and without complaint", async () => {
  const child = execa(pause, { reject: false });
  await wait(200);
  expect(process.kill(child.pid!, 0)).toBe(true);
  child.kill("SIGTERM");
  expect((await child).exitCode).toBe(0);
});

test("as a pod's first process, pause collects what others leave behind", async () => {
  // Two orphans: one that is dead before pause begins, one that dies under it.
  const script = `(sleep 0 &); (sleep 0.5 &); sleep 0.1; exec ${pause}`;
  const unshare = execa("unshare", ["--pid", "--fork", "--kill-child", "sh", "-c", script], { reject: false });
  try {
    await wait(300);
    const [first] = await childrenOf(unshare.pid);
    expect(await childrenOf(Number(first))).toHaveLength(1);
    await expect.poll(() => childrenOf(Number(first)), { timeout: 5_000 }).toEqual([]);
  } finally {
    unshare.kill("SIGKILL");
    await unshare;
  }
});
