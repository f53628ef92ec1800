import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalog, select, type Tool } from "../../../../lab/tools/catalog.ts";

const folder = join(import.meta.dirname, "../../../../lab/tools");
const tools = Object.entries<Tool>(catalog);

test("every tool has a folder with its lock, and every folder is a tool", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(tools.map(([name]) => name).sort());
  for (const { name } of folders) {
    const files = readdirSync(join(folder, name)).sort();
    // A few have a main package of our own beside them.
    expect(files.filter((file) => !file.endsWith(".go"))).toEqual(["go.mod", "go.sum"]);
  }
});

test("an executable belongs to one tool, so that its name finds it", () => {
  const binaries = tools.flatMap(([, tool]) => tool.binaries);
  expect(new Set(binaries).size).toBe(binaries.length);
});

test("a selection mixes names and groups, and names each tool once", () => {
  expect(select(["engine", "pulumi"])).toEqual(["pulumi", "pulumi-language-nodejs"]);
  expect(select(["etcd", "cni"])).toEqual(["cni", "etcd"]);
  expect(select([])).toEqual([]);
});

test.each(["google.golang.org/grpc", "golang.org/x/net", "github.com/prometheus/client_golang", "sigs.k8s.io/yaml"])(
  "CoreDNS and what watches the platform share %s, so that Go compiles it and what is built on it once",
  (module) => {
    const names = ["coredns", "prometheus", "metrics-server", "otelcol", "kube-state-metrics"];
    const versions = names.map((name) => {
      const goMod = readFileSync(join(folder, name, "go.mod"), "utf8");
      return goMod.split("\n").find((line) => line.startsWith(`\t${module} `));
    });
    expect(versions[0]).toBeDefined();
    expect(new Set(versions).size).toBe(1);
  },
);
