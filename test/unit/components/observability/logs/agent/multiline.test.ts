import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  beginning,
  goPanic,
  joined,
  LONGEST,
  privateKey,
} from "../../../../../../components/observability/logs/agent/multiline.ts";
import { re2 } from "./re2.ts";

/** What programs built by Go 1.26 printed, each for another reason. */
const panics = readFileSync(new URL("panics.txt", import.meta.url), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((section): [string, string[]] => {
    const [name = "", ...lines] = section.replace(/\n$/, "").split("\n");
    return [name, lines];
  });

const first = re2(beginning(goPanic.first));
const following = re2(beginning(goPanic.following));

test("there are panics to look at", () => {
  expect(panics.length).toBeGreaterThan(8);
});

test.each(panics)("%s: the first line begins an entry, and every other one goes on with it", (_, lines) => {
  const [begin = "", ...rest] = lines;
  expect(begin).toMatch(first);
  expect(rest.filter((line) => !following.test(line))).toEqual([]);
  // Or one panic would become two entries.
  expect(rest.filter((line) => first.test(line))).toEqual([]);
});

test.each([
  '{"level":"info","msg":"panic: not one"}',
  "2026/01/31 10:00:00 listening on :8080",
  "I0131 10:00:00.000000       1 server.go:42] started",
  "level=info msg=done",
  "called total(order)",
  "goroutines: 12",
  "[info] signal received",
  "panicked over nothing",
  "don't panic: it is fine",
  "created order 12 by alice",
])("%s: goes its own way", (line) => {
  expect(first.test(line) || following.test(line)).toBe(false);
});

test("a private key is one entry from its first line to its last", () => {
  const body = ["MIIEpAIBAAKCAQEA7bq1s9+/4".padEnd(64, "x"), "Zm9v=="];
  for (const kind of ["RSA ", "EC ", "ENCRYPTED ", ""]) {
    expect(`-----BEGIN ${kind}PRIVATE KEY-----`).toMatch(re2(beginning(privateKey.first)));
    for (const line of [...body, `-----END ${kind}PRIVATE KEY-----`])
      expect(line).toMatch(re2(beginning(privateKey.following)));
  }
  expect("-----BEGIN CERTIFICATE-----").not.toMatch(re2(beginning(privateKey.first)));
});

test.each([goPanic, privateKey])(
  "$id: only lines of the shape are looked at, and none waits long or without bound",
  (shape) => {
    const operator = joined(shape);
    expect(operator).toMatchObject({ type: "recombine", max_unmatched_batch_size: 1, force_flush_period: "1s" });
    expect(operator.max_log_size).toBeLessThanOrEqual(LONGEST);
    expect(operator.max_batch_size).toBeGreaterThan(0);
    const looksAt = re2(JSON.parse(String(operator.if).replace(/^.*matches /, "")) as string);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        const shaped = re2(beginning([...shape.first, ...shape.following])).test(line);
        expect(looksAt.test(line)).toBe(shaped);
      }),
    );
  },
);
