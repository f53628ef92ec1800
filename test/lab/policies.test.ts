import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ComponentResource, output, secret, unknown } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { goodContainer, goodPod } from "../policies/pods.ts";
import { failureOf, stackOf } from "./plugins/engine.ts";

const PACK = join(import.meta.dirname, "../../policies");
const withPack = { policyPacks: [PACK] };

/** A program that declares one pod. The engine shows a component's inputs to policies too, so no provider is needed. */
const programOf = (spec: object) => () => {
  new ComponentResource("kubernetes:core/v1:Pod", "orders", { spec });
  return Promise.resolve({});
};

const CANARY = "canary-5e1f";
const violating = {
  containers: [
    { ...goodContainer, env: [{ name: "TOKEN", value: secret(CANARY) }] },
    { ...goodContainer, name: "root", securityContext: { privileged: true, runAsNonRoot: true } },
  ],
};

describe("a mandatory violation", () => {
  test("blocks preview and up, names rule, resource, container and field, and creates nothing", async () => {
    const stack = await stackOf(programOf(violating));
    for (const failure of [await failureOf(stack.preview(withPack)), await failureOf(stack.up(withPack))]) {
      expect(failure).toContain(
        "[mandatory] [severity: critical]  pss-baseline-privileged  (kubernetes:core/v1:Pod: orders)",
      );
      expect(failure).toContain(
        "container root, spec.containers[1].securityContext.privileged: must be false or unset",
      );
      expect(failure).not.toContain(CANARY);
    }
    const { resources = [] } = (await stack.exportStack()).deployment as { resources?: { type: string }[] };
    expect(resources.map(({ type }) => type).filter((type) => type.startsWith("kubernetes:"))).toEqual([]);
  });

  test("is not hidden by an unknown image, of its own container or another", async () => {
    const image = output(unknown);
    const containers = violating.containers.map((container) => ({ ...container, image }));
    const stack = await stackOf(programOf({ containers }));
    expect(await failureOf(stack.preview(withPack))).toContain(
      "container root, spec.containers[1].securityContext.privileged",
    );
  });
});

test("a compliant program passes, and the pack has nothing to say", async () => {
  const stack = await stackOf(programOf(goodPod));
  const { stdout } = await stack.up(withPack);
  expect(stdout).toContain("✅ slipway@");
  expect(stdout).not.toMatch(/advisory|mandatory/);
});

test("what an unknown leaves undetermined is told, and blocks nothing", async () => {
  const stack = await stackOf(programOf({ containers: [{ ...goodContainer, image: output(unknown) }] }));
  const { stdout } = await stack.preview(withPack);
  expect(stdout).toMatch(/\[advisory\].*policy-exceptions {2}\(kubernetes:core\/v1:Pod: orders\)/);
  expect(stdout).toContain("image-tag-pinned: container app, spec.containers[0].image: not known before the update");
});

describe("pack config", () => {
  const file = join(mkdtempSync(join(tmpdir(), "pack-config-")), "config.json");
  const configured = (config: object) => {
    writeFileSync(file, JSON.stringify(config));
    return { ...withPack, policyPackConfigs: [file] };
  };
  const waiver = { resource: "orders", container: "root", owner: "platform", reason: "node agent", ticket: "PLAT-1" };

  test("waives what it names, and tells that it did", async () => {
    const stack = await stackOf(programOf(violating));
    const waivers = [{ ...waiver, expires: "2999-12-31" }];
    const { stdout } = await stack.preview(configured({ "pss-baseline-privileged": { waivers } }));
    expect(stdout).toContain("waived by platform until 2999-12-31 (PLAT-1): node agent");
  });
  test("waives nothing once expired", async () => {
    const stack = await stackOf(programOf(violating));
    const waivers = [{ ...waiver, expires: "2020-01-01" }];
    expect(await failureOf(stack.preview(configured({ "pss-baseline-privileged": { waivers } })))).toContain(
      "its waiver (PLAT-1, platform) expired on 2020-01-01",
    );
  });
  test("with a waiver that lacks a field is refused before anything runs", async () => {
    const stack = await stackOf(programOf(goodPod));
    expect(await failureOf(stack.preview(configured({ "image-tag-pinned": { waivers: [waiver] } })))).toContain(
      "image-tag-pinned: waivers.0: expires is required",
    );
  });
});

test("the pack sees the environment of the stack file, and prod where there is none", async () => {
  const stack = await stackOf(programOf(goodPod));
  const echo = { policyPacks: [join(import.meta.dirname, "policies/environment-pack")] };
  expect((await stack.preview(echo)).stdout).toContain("seen as prod");
  await stack.setConfig("slipway:environment", { value: "dev" });
  expect((await stack.preview(echo)).stdout).toContain("seen as dev");
});
