import { afterAll, beforeAll, expect, test } from "vitest";
import type { LogsArgs } from "../../../components/observability/logs/args.ts";
import { ensureTools } from "../../../lab/tools/ensure.ts";
import { Emulator } from "./bucket/emulator.ts";
import { TestLoki, type Line } from "./bucket/loki.ts";

/** Loki on the loopback, by its own configuration for a bucket, and S3 by an emulator that checks every signature. */
const binary = (await ensureTools(["loki"])).bin("loki");

let store: Emulator;
let args: LogsArgs;

beforeAll(async () => {
  store = await Emulator.start();
  const { bucket, region, url: endpoint } = store;
  args = {
    ...{ namespace: "monitoring", nodeNamespace: "monitoring-node", images: { collector: "", loki: "" } },
    s3: { bucket, region, endpoint, credentials: "loki-s3" },
  };
});

afterAll(() => store?.stop());

/** Several streams, with several pods in each. */
const written: Line[] = ["orders", "ledger"].flatMap((service) =>
  ["info", "error"].flatMap((level) =>
    Array.from({ length: 50 }, (_, index) => ({
      ...{ service, level, pod: `${service}-${index % 3}` },
      text: `${service} ${level} ${index}`,
    })),
  ),
);
const STREAMS = 4;

const byText = (lines: readonly Line[]) => lines.toSorted((a, b) => a.text.localeCompare(b.text));
const chunksOf = (objects: readonly string[]) => objects.filter((key) => key.startsWith("fake/"));
const indexOf = (objects: readonly string[]) => objects.filter((key) => key.startsWith("index/index_"));

test("the emulator refuses who has not the keys", async () => {
  await expect(store.objects({ ...store.keys, secretAccessKey: "another" })).rejects.toThrow("SignatureDoesNotMatch");
  expect(await store.objects()).toEqual([]);
});

test("lines are in the bucket, and come back from nowhere else", async () => {
  const found = async (loki: TestLoki) => byText(await loki.lines("shop"));

  const first = await TestLoki.start(binary, args, store.keys);
  try {
    await first.push(written);
    await expect.poll(() => found(first), { timeout: 20_000 }).toEqual(byText(written));
    await first.flush();
    await expect.poll(async () => chunksOf(await store.objects()), { timeout: 20_000 }).toHaveLength(STREAMS);
    expect(await found(first)).toEqual(byText(written));
  } finally {
    // It writes its index, and its folder goes.
    await first.stop();
  }
  const kept = await store.objects();
  expect(chunksOf(kept)).toHaveLength(STREAMS);
  expect(indexOf(kept)).not.toEqual([]);

  const second = await TestLoki.start(binary, args, store.keys);
  try {
    await expect.poll(() => found(second), { timeout: 30_000 }).toEqual(byText(written));
  } finally {
    await second.stop();
  }
});
