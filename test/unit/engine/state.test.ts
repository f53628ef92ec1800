import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stateEnvironment } from "../../../engine/state.ts";

let home: string;
let env: Record<string, string>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "slipway-state-"));
  env = { XDG_STATE_HOME: home, PULUMI_HOME: join(home, ".pulumi") };
});
afterEach(() => rmSync(home, { recursive: true }));

test("who has chosen nothing gets a folder of their own and a passphrase that only they can read", () => {
  const { PULUMI_BACKEND_URL, PULUMI_CONFIG_PASSPHRASE_FILE = "" } = stateEnvironment(env);
  expect(PULUMI_BACKEND_URL).toBe(`file://${home}/slipway/engine/state`);
  expect(readFileSync(PULUMI_CONFIG_PASSPHRASE_FILE, "utf8")).toHaveLength(43);
  expect(statSync(PULUMI_CONFIG_PASSPHRASE_FILE).mode & 0o777).toBe(0o600);
});

test("the passphrase is made up once", () => {
  const read = () => readFileSync(stateEnvironment(env).PULUMI_CONFIG_PASSPHRASE_FILE ?? "", "utf8");
  expect(read()).toBe(read());
});

test("a backend by variable, or by `pulumi login`, is left alone", () => {
  expect(stateEnvironment({ ...env, PULUMI_BACKEND_URL: "s3://states" })).not.toHaveProperty("PULUMI_BACKEND_URL");
  mkdirSync(join(home, ".pulumi"));
  writeFileSync(join(home, ".pulumi", "credentials.json"), JSON.stringify({ current: "https://pulumi.example.com" }));
  expect(stateEnvironment(env)).not.toHaveProperty("PULUMI_BACKEND_URL");
});

test.each(["PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"])(
  "a passphrase by %s is left alone, also an empty one",
  (name) => {
    expect(stateEnvironment({ ...env, [name]: "" })).not.toHaveProperty("PULUMI_CONFIG_PASSPHRASE_FILE");
  },
);
