import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dockerfileProblem } from "../../../../../lab/plugins/docker-build/dockerfile.ts";

test.each([
  "FROM scratch",
  "# syntax=docker/dockerfile:1\nARG BASE=golang\nFROM ${BASE} AS build\nrun echo hi",
  "FROM a\nRUN one \\\n  # a comment in between\n\n  && two\nUSER 1",
  "FROM a\nRUN <<EOF\nRUNN is no instruction, and this is no Dockerfile\nEOF\nUSER 1",
  'FROM a\nCOPY <<-"one" <<two /dir/\n\tone\nx\n\tone\nTWO\ntwo\nUSER 1'.replace("\tone\nx\n", "x\n"),
  "# escape=`\nFROM a\nRUN one `\n  two\\\nUSER 1",
  "FROM a\r\nUSER 1\r\n",
  "FROM a\nRUN cat <<<word\nUSER 1",
])("%j is understood", (text) => {
  expect(dockerfileProblem(text)).toBeUndefined();
});

test.each([
  ["", "it has no FROM"],
  ["# only a comment", "it has no FROM"],
  ["FROM scratch\n\nRUNN x", "line 3: unknown instruction RUNN"],
  ["RUN x\nFROM scratch", "line 1: RUN before the first FROM"],
  ["FROM", "line 1: FROM needs an argument"],
  ["FROM a\nRUN <<EOF\nno end", "line 2: the document <<EOF does not end"],
])("%j: %s", (text, problem) => {
  expect(dockerfileProblem(text)).toBe(problem);
});

test("the sample service's Dockerfile is understood", async () => {
  const path = join(import.meta.dirname, "../../../../../services/orders/Dockerfile");
  expect(dockerfileProblem(await readFile(path, "utf8"))).toBeUndefined();
});
