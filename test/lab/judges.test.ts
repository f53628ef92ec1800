import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { kubeScore, type Complaint } from "./judges/kube-score.ts";
import { waivers, type JudgeWaiver } from "./judges/waivers.ts";

const STACKS = ["dev", "prod"];
const NAMESPACE = "judges";
const folder = mkdtempSync(join(tmpdir(), "slipway-judges-"));

/** Every object of the committed stacks, by file. */
const rendered = new Map(
  STACKS.map((stack) => {
    const out = join(folder, stack);
    execFileSync(process.execPath, ["offline/main.ts", "render", "--stack", stack, "--out", out]);
    const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
    return [stack, files.map((file) => join(out, file)).sort()];
  }),
);

/** What the agents of the nodes are there for, and the API server warns of: files and the network of their node. */
const AGENTS: Record<string, string[]> = {
  "DaemonSet/log-agent": ["restricted volume types"],
  "DaemonSet/node-exporter": ["host namespaces", "hostPort", "restricted volume types"],
};

/** What a person gets who writes a workload without this project. */
const careless = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "careless" },
  spec: {
    selector: { matchLabels: { app: "careless" } },
    template: { metadata: { labels: { app: "careless" } }, spec: { containers: [{ name: "app", image: "nginx" }] } },
  },
};

beforeAll(async () => {
  await execa("kubectl", ["create", "namespace", NAMESPACE]);
  await execa("kubectl", ["label", "namespace", NAMESPACE, "pod-security.kubernetes.io/warn=restricted"]);
});
afterAll(async () => {
  await execa("kubectl", ["delete", "namespace", NAMESPACE, "--wait=false"]);
  rmSync(folder, { recursive: true });
});

describe("kube-score, every test of it", () => {
  const needed = new Set<JudgeWaiver>();
  const waived = ({ check, object }: Complaint) => {
    const waiver = waivers.find((it) => it.check === check && (it.objects?.includes(object) ?? true));
    if (waiver) needed.add(waiver);
    return waiver !== undefined;
  };

  test.each(STACKS)("has nothing to say about %s but what is waived", async (stack) => {
    const complaints = await kubeScore(rendered.get(stack)!);
    expect(complaints.filter((complaint) => !waived(complaint))).toEqual([]);
  });
  test("needs every waiver", () => {
    expect(waivers.filter((waiver) => !needed.has(waiver))).toEqual([]);
  });
  test("is a judge: a careless workload does not pass", async () => {
    const file = join(folder, "careless.yaml");
    writeFileSync(file, stringify(careless));
    const checks = (await kubeScore([file])).map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(["container-image-tag", "pod-networkpolicy", "container-resources"]));
  });
});

describe("the API server, with Pod Security `restricted` at level warn", () => {
  /** A dry run in a namespace that only warns: every workload is admitted, and its warnings are told. */
  const apply = (object: Manifest) =>
    execa("kubectl", ["apply", "--dry-run=server", "--namespace", NAMESPACE, "--filename", "-"], {
      input: JSON.stringify({ ...object, metadata: { ...object.metadata, namespace: NAMESPACE } }),
    });

  test.each(STACKS)("warns of nothing in the workloads of %s", async (stack) => {
    const objects = rendered.get(stack)!.map((file) => parse(readFileSync(file, "utf8")) as Manifest);
    const workloads = objects.filter(({ spec }) => spec?.template ?? spec?.jobTemplate);
    expect(workloads.length).toBeGreaterThan(0);
    for (const workload of workloads) {
      const { stdout, stderr } = await apply(workload);
      const name = `${workload.kind}/${workload.metadata.name}`;
      expect(stdout).toContain("server dry run");
      const warnings = [...stderr.matchAll(/(?:: |, )([\w ]+) \(/g)].map(([, what]) => what);
      expect(warnings, `${name}: ${stderr}`).toEqual(AGENTS[name] ?? []);
    }
  });
  test("is a judge: it warns of a careless workload", async () => {
    expect((await apply(careless)).stderr).toMatch(/would violate PodSecurity "restricted/);
  });
});

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: { template?: object; jobTemplate?: object };
}
