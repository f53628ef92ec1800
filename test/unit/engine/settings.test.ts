import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { stackSettings } from "../../../engine/settings.ts";

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "slipway-settings-"));
  file = join(home, "Pulumi.dev.yaml");
});
afterEach(() => rmSync(home, { recursive: true }));

const settings = () => stackSettings("dev", file, { XDG_STATE_HOME: home });

test("a stack file without secrets settings is used as a copy that follows it, and keeps the salt that Pulumi added", () => {
  writeFileSync(file, "config:\n  slipway:environment: dev\n");
  const { configFile } = settings();
  expect(configFile).not.toBe(file);
  writeFileSync(configFile, "encryptionsalt: v1:abc\nconfig: {}\n");

  writeFileSync(file, "config:\n  slipway:environment: staging\n");
  settings();
  expect(parse(readFileSync(configFile, "utf8"))).toEqual({
    config: { "slipway:environment": "staging" },
    encryptionsalt: "v1:abc",
  });
  expect(readFileSync(file, "utf8")).not.toContain("encryptionsalt");
});

test.each(["encryptionsalt: v1:abc", "secretsprovider: awskms://alias/prod"])(
  "a stack file with %s is used as it is",
  (line) => {
    writeFileSync(file, `${line}\nconfig: {}\n`);
    expect(settings().configFile).toBe(file);
  },
);

test("the bare project has the name of this one, so that a stack made there is a stack of this one", () => {
  writeFileSync(file, "config: {}\n");
  expect(readFileSync(join(settings().project, "Pulumi.yaml"), "utf8")).toContain("name: slipway\n");
});
