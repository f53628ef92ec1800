import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "slipway-offline-"));
const run = (...args: string[]) => {
  // No home, no kubeconfig, no PATH but git's: what runs here needs neither cluster, plugin nor credentials.
  const env = { PATH: "/usr/bin:/bin", HOME: folder, KUBECONFIG: "/nonexistent" };
  return spawnSync(process.execPath, ["offline/main.ts", ...args], { encoding: "utf8", env });
};

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync("Pulumi.broken.yaml", { force: true });
});

function rendered(stack: string, out: string): Record<string, string> {
  expect(run("render", "--stack", stack, "--out", out)).toMatchObject({ status: 0, stderr: "" });
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(out, file), "utf8")]));
}

test.each(["dev", "prod"])(
  "%s renders with no cluster, no plugin and no credentials, and twice to the same bytes",
  (stack) => {
    const first = rendered(stack, join(folder, `${stack}-1`));
    expect(Object.keys(first)).toContain("shop/deployment-orders.yaml");
    expect(rendered(stack, join(folder, `${stack}-2`))).toEqual(first);
  },
);

test("a stack on two clusters renders a folder for each, with one build and no name of a cluster in an object", () => {
  const clusters = "[{ name: east, context: a }, { name: west, context: b, services: [orders] }]";
  const twin = readFileSync("Pulumi.dev.yaml", "utf8").replace(/slipway:cluster: .*/, `slipway:clusters: ${clusters}`);
  writeFileSync("Pulumi.broken.yaml", twin);
  const files = rendered("broken", join(folder, "twin"));
  expect(files["west/shop/deployment-orders.yaml"]).toBe(files["east/shop/deployment-orders.yaml"]);
  expect(Object.keys(files).filter((file) => !/^(east|west)\//.test(file))).toEqual([]);
  expect(Object.keys(files).filter((file) => /-(east|west)/.test(file))).toEqual([]);
  const images = (stack: string) => run("images", "--stack", stack, "--format", "json").stdout;
  expect(images("broken")).toContain("orders");
  expect(referencesOf(images("broken"))).toEqual(referencesOf(images("dev")));
});

const referencesOf = (images: string) =>
  (JSON.parse(images) as { reference: string }[]).map(({ reference }) => reference);

test("images as JSON name the images of the service and of the task, their base, and what watches them", () => {
  const { stdout } = run("images", "--stack", "dev", "--format", "json");
  const images = JSON.parse(stdout) as { reference: string; use: string }[];
  const own = images.filter(({ reference }) => reference.includes("/slipway/") || reference.includes("golang"));
  expect(own.map(({ use }) => use).sort()).toEqual(["builds", "runs", "runs"]);
  // Grafana is not among them: the dev stack has none.
  expect(images.length - own.length).toBe(7);
});

test("a wrong stack file gives one line for each problem and nothing else", () => {
  const broken = readFileSync("Pulumi.dev.yaml", "utf8")
    .replace("environment: dev", "environment: devel")
    .replace("profile: web", "profil: web")
    .replace("replicas: 2", "replicas: two");
  writeFileSync("Pulumi.broken.yaml", broken);
  const { status, stderr } = run("render", "--stack", "broken", "--out", join(folder, "broken"));
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(4);
  expect(stderr).not.toContain("    at ");
});

test.each([
  ["an unknown stack", ["images", "--stack", "nowhere"], /Pulumi\.nowhere\.yaml: no such file/],
  ["an unknown option", ["images", "--stak", "dev"], /unknown option '--stak'/],
])("%s gives one clear sentence", (_, args, message) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("    at ");
});

test("--help tells what there is", () => {
  const help = execFileSync(process.execPath, ["offline/main.ts", "--help"], { encoding: "utf8" });
  for (const command of ["render", "images", "policy"]) expect(help).toMatch(new RegExp(`^ +${command} `, "m"));
});

interface Finding {
  resource: { name: string };
}

test.each([
  ["prod", []],
  // What can be made again is there once.
  ["dev", ["workload-replicas"]],
])("the policy pack finds nothing on %s as it is committed but in what watches it", (stack, advised) => {
  const { status, stdout } = run("policy", "--stack", stack, "--format", "json");
  expect(status).toBe(0);
  const verdict = JSON.parse(stdout) as { rules: { rule: string; failed: Finding[]; waived: Finding[] }[] };
  expect(verdict).toMatchObject({ environment: stack, blocked: false });
  const failing = verdict.rules.filter(({ failed }) => failed.length > 0);
  expect(failing.map(({ rule }) => rule)).toEqual(advised);
  const found = verdict.rules.flatMap(({ failed, waived }) => [...failed, ...waived]);
  for (const { resource } of found) expect(resource.name).toMatch(/^observability/);
});

test("a mandatory violation is exit code 1, and the verdict names the resource", () => {
  const loose = readFileSync("Pulumi.dev.yaml", "utf8").replace(/build: .*/, "image: nginx");
  writeFileSync("Pulumi.broken.yaml", loose);
  const { status, stdout } = run("policy", "--stack", "broken");
  expect(status).toBe(1);
  expect(stdout).toMatch(/image-tag-pinned.*mandatory/);
  expect(stdout).toContain("orders");
});

test("with a mirror every image comes from there or is built by the stack, those of sidecars too; a policy sees to it", () => {
  const mirrored = readFileSync("Pulumi.dev.yaml", "utf8")
    .replace(/slipway:images: .*/, "slipway:images: { registry: registry.dev/slipway, mirror: mirror.dev }")
    .replace(
      "profile: web",
      "profile: web\n      sidecars: [{ name: proxy, image: ghcr.io/acme/proxy:1, port: 9443, probes: { readiness: { path: /ready } } }]",
    );
  writeFileSync("Pulumi.broken.yaml", mirrored);
  const used = JSON.parse(run("images", "--stack", "broken", "--format", "json").stdout) as { reference: string }[];
  const references = used.map(({ reference }) => reference);
  expect(references).toContain("mirror.dev/ghcr.io/acme/proxy:1");
  expect(references.filter((reference) => !/^(mirror\.dev|registry\.dev\/slipway)\//.test(reference))).toEqual([]);
  const { rules } = JSON.parse(run("policy", "--stack", "broken", "--format", "json").stdout) as {
    rules: { rule: string; passed: number; failed: unknown[] }[];
  };
  const rule = rules.find((it) => it.rule === "image-registry-mirror");
  expect(rule?.passed).toBeGreaterThan(0);
  expect(rule?.failed).toEqual([]);
});
