import { once } from "node:events";
import { execa } from "execa";
import { expect, test } from "vitest";
import { withLock } from "../../../../lab/tools/lock.ts";

const module = new URL("../../../../lab/tools/lock.ts", import.meta.url).href;
const neverMind = () => undefined;
let count = 0;
const freshName = () => `test ${process.pid} ${count++}`;

/** Another process that takes the lock, says so, and keeps it. */
async function holder(name: string) {
  const code = `import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(name)}, () => {}, () => { console.log("held"); return new Promise((done) => setTimeout(done, 60_000)); });`;
  const child = execa(process.execPath, ["--input-type=module", "--eval", code], { reject: false });
  await once(child.stdout, "data");
  return { child };
}

test("work under the same name never overlaps, however many want it", async () => {
  const name = freshName();
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((done) => setTimeout(done, 5));
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(name, neverMind, work)));
  expect(most).toBe(1);
});

test("different names do not wait for each other", async () => {
  const inner = () =>
    withLock(
      freshName(),
      () => expect.unreachable("waited"),
      () => Promise.resolve("done"),
    );
  expect(await withLock(freshName(), neverMind, inner)).toBe("done");
});

test("a lock is given back when the work fails", async () => {
  const name = freshName();
  await expect(withLock(name, neverMind, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(
    await withLock(
      name,
      () => expect.unreachable("waited"),
      () => Promise.resolve(1),
    ),
  ).toBe(1);
});

test("the lock of a process that was killed is taken over, after having named that process", async () => {
  const name = freshName();
  const { child: owner } = await holder(name);
  const owners: number[] = [];
  const taken = withLock(
    name,
    (pid) => (owners.push(pid), owner.kill("SIGKILL")),
    () => Promise.resolve("mine"),
  );
  expect(await taken).toBe("mine");
  expect(owners).toEqual([owner.pid]);
});
