import { expect, test } from "vitest";
import { buildFailure } from "../../../../lab/tools/failure.ts";

const failed = (log: string, proxy = "https://proxy.example.test,direct") =>
  buildFailure({ tool: "etcd", log, logFile: "/logs/etcd.log", retry: "go build tool", go: { proxy } }).message;

test.each([
  [
    "a registry that refuses",
    "go: downloading a.test/b v1.0.0\ngo: a.test/b@v1.0.0: reading https://proxy.example.test/a.test/b/@v/v1.0.0.zip: 403 Forbidden",
    /^etcd was not built: its Go modules could not be downloaded from https:\/\/proxy\.example\.test,direct \(.*403 Forbidden\); check the network/,
  ],
  [
    "no network",
    'go: a.test/b@v1.0.0: Get "https://proxy.example.test/a.test/b/@v/v1.0.0.mod": dial tcp: lookup proxy.example.test: no such host',
    /could not be downloaded/,
  ],
  [
    "a module that is not the pinned one",
    "verifying a.test/b@v1.0.0: checksum mismatch\n\tdownloaded: h1:x\n\tgo.sum: h1:y\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.",
    /not the one that go\.sum pins \(verifying a\.test\/b@v1\.0\.0: checksum mismatch\)/,
  ],
  [
    "an incomplete go.sum",
    "main.go:3:8: missing go.sum entry for module providing package a.test/b",
    /lab\/tools\/etcd\/go\.mod and go\.sum do not agree/,
  ],
  ["a full disk", "link: writing output: write /x/bin/etcd: no space left on device", /the disk is full; make room/],
])("%s is told apart from code that does not compile", (_, log, sentence) => {
  const message = failed(log);
  expect(message).toMatch(sentence);
  expect(message).toContain("Log: /logs/etcd.log");
});

test("code that does not compile shows the compiler's last lines, without the downloads, and the way to repeat it", () => {
  const errors = Array.from({ length: 20 }, (_, line) => `a.go:${line}:1: undefined: x`);
  const message = failed(["go: downloading a.test/b v1.0.0", ...errors].join("\n"));
  expect(message).toMatch(/^etcd does not compile/);
  expect(message).toContain(errors[19]);
  expect(message).not.toContain(errors[0]);
  expect(message).not.toContain("downloading");
  expect(message).toMatch(/Retry by hand: go build tool$/);
});

test("a proxy's password is not shown", () => {
  const message = failed("dial tcp: i/o timeout", "https://user:hunter2@proxy.example.test");
  expect(message).toContain("https://proxy.example.test");
  expect(message).not.toContain("hunter2");
});
