import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ComponentResource, output, secret, unknown } from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodContainer, goodPod } from "../policies/pods.ts";
import { Checkout } from "./checkout.ts";
import { failureOf, stackOf } from "./plugins/engine.ts";

const PACK = join(import.meta.dirname, "../../policies");
const folder = mkdtempSync(join(tmpdir(), "pack-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The pack with two rules on, so that what these tests prove does not change with the table. */
const RULES = {
  all: "disabled",
  "pss-baseline-privileged": "mandatory",
  "image-tag-pinned": "mandatory",
  "policy-error": "mandatory",
  "policy-exceptions": "advisory",
};
let configs = 0;
const withPack = (config: object = {}) => {
  configs += 1;
  const file = join(folder, `${configs}.json`);
  writeFileSync(file, JSON.stringify({ ...RULES, ...config }));
  return { policyPacks: [PACK], policyPackConfigs: [file] };
};

/** A program that declares one object. The engine shows a component's inputs to policies too, so no provider is needed. */
const declaring = (type: string, props: object) => () => {
  new ComponentResource(type, "orders", props);
  return Promise.resolve({});
};
const programOf = (spec: object) => declaring("kubernetes:core/v1:Pod", { spec });

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
    for (const failure of [await failureOf(stack.preview(withPack())), await failureOf(stack.up(withPack()))]) {
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
    expect(await failureOf(stack.preview(withPack()))).toContain(
      "container root, spec.containers[1].securityContext.privileged",
    );
  });
});

test("a compliant program passes, and the pack has nothing to say", async () => {
  const stack = await stackOf(programOf(goodPod));
  const { stdout } = await stack.up(withPack());
  expect(stdout).toContain("✅ slipway@");
  expect(stdout).not.toMatch(/advisory|mandatory/);
});

test("what an unknown leaves undetermined is told, and blocks nothing", async () => {
  const stack = await stackOf(programOf({ containers: [{ ...goodContainer, image: output(unknown) }] }));
  const { stdout } = await stack.preview(withPack());
  expect(stdout).toMatch(/\[advisory\].*policy-exceptions {2}\(kubernetes:core\/v1:Pod: orders\)/);
  expect(stdout).toContain("image-tag-pinned: container app, spec.containers[0].image: not known before the update");
});

describe("what the program marked as secret is known as such", () => {
  const rules = withPack({ "secret-literal-data": "mandatory", "secret-env-literal": "mandatory" });
  const objectOf = (data: object) => declaring("kubernetes:core/v1:Secret", { data });

  test("a Secret may hold it, and nothing else", async () => {
    await (await stackOf(objectOf({ password: secret(CANARY) }))).preview(rules);
    const failure = await failureOf((await stackOf(objectOf({ password: CANARY }))).preview(rules));
    expect(failure).toContain("secret-literal-data  (kubernetes:core/v1:Secret: orders)");
    expect(failure).not.toContain(CANARY);
  });
  test("a pod's environment may not, whatever it is called", async () => {
    const container = { ...goodContainer, env: [{ name: "NOTE", value: secret(CANARY) }] };
    const failure = await failureOf((await stackOf(programOf({ containers: [container] }))).preview(rules));
    expect(failure).toContain("container app, spec.containers[0].env[0].value: must not hold a credential");
    expect(failure).not.toContain(CANARY);
  });
});

describe("pack config", () => {
  const waiver = { resource: "orders", container: "root", owner: "platform", reason: "node agent", ticket: "PLAT-1" };

  test("waives what it names, and tells that it did", async () => {
    const stack = await stackOf(programOf(violating));
    const waivers = [{ ...waiver, expires: "2999-12-31" }];
    const config = { "pss-baseline-privileged": { enforcementLevel: "mandatory", waivers } };
    const { stdout } = await stack.preview(withPack(config));
    expect(stdout).toContain("waived by platform until 2999-12-31 (PLAT-1): node agent");
  });
  test("waives nothing once expired", async () => {
    const stack = await stackOf(programOf(violating));
    const waivers = [{ ...waiver, expires: "2020-01-01" }];
    const config = { "pss-baseline-privileged": { enforcementLevel: "mandatory", waivers } };
    expect(await failureOf(stack.preview(withPack(config)))).toContain(
      "its waiver (PLAT-1, platform) expired on 2020-01-01",
    );
  });
  test("with a waiver that lacks a field is refused before anything runs", async () => {
    const stack = await stackOf(programOf(goodPod));
    expect(await failureOf(stack.preview(withPack({ "image-tag-pinned": { waivers: [waiver] } })))).toContain(
      "image-tag-pinned: waivers.0: expires is required",
    );
  });

  describe("that says remediate", () => {
    const mends = withPack({ "pss-restricted-allow-privilege-escalation": "remediate" });
    const spec = { containers: [{ ...goodContainer, securityContext: { runAsNonRoot: true } }] };

    test("mends what violates on a dev stack, and keeps secrets", async () => {
      const stack = await stackOf(
        programOf({ containers: spec.containers.map((each) => ({ ...each, note: secret(CANARY) })) }),
      );
      await stack.setConfig("slipway:environment", { value: "dev" });
      const { stdout } = await stack.up(mends);
      expect(stdout).toMatch(/\[remediate\].*pss-restricted-allow-privilege-escalation/);
      expect(stdout).not.toContain(CANARY);
      // An export shows what is encrypted as `plaintext`, inside of the mark of a secret.
      const exported = JSON.stringify(await stack.exportStack());
      expect(exported).toContain('"allowPrivilegeEscalation":false');
      expect(exported).toMatch(/"note":\{"4dabf18193072939515e22adb298388d":"\w+","plaintext":/);
    });
    test("demands it elsewhere", async () => {
      const stack = await stackOf(programOf(spec));
      await stack.setConfig("slipway:environment", { value: "prod" });
      expect(await failureOf(stack.up(mends))).toContain("securityContext.allowPrivilegeEscalation: must be false");
    });
  });
});

test("the pack sees the environment of the stack file, and prod where there is none", async () => {
  const stack = await stackOf(programOf(goodPod));
  const echo = { policyPacks: [join(import.meta.dirname, "policies/environment-pack")] };
  expect((await stack.preview(echo)).stdout).toContain("seen as prod");
  await stack.setConfig("slipway:environment", { value: "dev" });
  expect((await stack.preview(echo)).stdout).toContain("seen as dev");
});

describe("make up of a stack with a bad service", () => {
  let checkout: Checkout;
  beforeAll(() => {
    checkout = new Checkout("refused");
    const dev = readFileSync("Pulumi.dev.yaml", "utf8");
    // An image without tag; what else is there is as the project's own dev stack has it.
    // Its tag is not to be looked up either: no registry has it.
    const [head] = dev.replace(", resolveDigests: true", "").split("  slipway:observability:");
    checkout.writeStack(`${head}  slipway:tenants:
    - name: refused
      quota: { requestsCpu: "1", requestsMemory: 1Gi, limitsCpu: "1", limitsMemory: 1Gi }
  slipway:services:
    - name: bad
      tenant: refused
      image: slipway/orders
      profile: web
`);
  });
  afterAll(() => checkout.remove());

  test("is blocked, names the rule, the service and the field, and creates nothing", async () => {
    const { exitCode, all } = await checkout.engine("up");
    expect(exitCode, all).not.toBe(0);
    expect(all).toMatch(/\[mandatory\].*image-tag-pinned {2}\(kubernetes:apps\/v1:Deployment: bad\)/);
    expect(all).toContain("container bad, spec.template.spec.containers[0].image: must be an image with a digest");
    await expect(checkout.kubectl("get", "namespace", "refused")).rejects.toThrow(/not found/);
  });
});
