import type { DeclaredResource } from "../../offline/recorder.ts";

/** How a language writes what the two programs share. */
interface Dialect {
  /** Imports for the API groups (`apps/v1`) that are used. */
  imports(groups: readonly string[]): string[];
  /** The class of a kind. */
  classOf(group: string, kind: string): string;
  provider: string;
}

/** As Pulumi's `kubernetes-typescript` template does it: one import of everything, objects written out. */
const typescript: Dialect = {
  imports: () => ['import * as k8s from "@pulumi/kubernetes";'],
  classOf: (group, kind) => `k8s.${group.replaceAll("/", ".")}.${kind}`,
  provider: "k8s.Provider",
};

/** The least that Node has to load for the same objects. */
const javascript: Dialect = {
  imports: (groups) => [
    'const { Provider } = require("@pulumi/kubernetes/provider.js");',
    ...groups.map((group) => `const ${variable(group)} = require("@pulumi/kubernetes/${group}/index.js");`),
  ],
  classOf: (group, kind) => `${variable(group)}.${kind}`,
  provider: "Provider",
};

export const typescriptProgram = (declared: DeclaredResource[]) => program(declared, typescript);
export const javascriptProgram = (declared: DeclaredResource[]) => program(declared, javascript);

/** As the program itself configures its cluster. */
const PROVIDER = {
  context: "lab",
  clusterIdentifier: "lab",
  upsertExistingObjects: true,
  enableConfigMapMutable: true,
};

const OBJECT = /^kubernetes:([^:]+):([^:]+)$/;

/** A program that declares the same Kubernetes objects with nothing around them: no schema, no components, no checks. */
function program(declared: DeclaredResource[], dialect: Dialect): string {
  const objects = declared.flatMap(({ type, name, props }) => {
    const [, group, kind] = OBJECT.exec(type) ?? [];
    return group && kind ? [{ group: moduleOf(group), kind, name, args: withoutType(props) }] : [];
  });
  const namespaces = objects.filter(({ kind }) => kind === "Namespace");
  const others = objects.filter(({ kind }) => kind !== "Namespace");
  const create = ({ group, kind, name, args }: (typeof objects)[number]) =>
    `new ${dialect.classOf(group, kind)}(${literal(name)}, ${literal(args)}`;
  return [
    ...dialect.imports([...new Set(objects.map(({ group }) => group))]),
    `const provider = new ${dialect.provider}("cluster", ${literal(PROVIDER)});`,
    "const namespaces = [",
    ...namespaces.map((namespace) => `${create(namespace)}, { provider }),`),
    "];",
    ...others.map((object) => `${create(object)}, { provider, dependsOn: namespaces });`),
    "",
  ].join("\n");
}

/** Where the SDK has a group: `rbac.authorization.k8s.io/v1` → `rbac/v1`. */
function moduleOf(group: string): string {
  return group.replace(/\..*\//, "/");
}

/** Without what the class itself adds. */
function withoutType(props: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(props).filter(([key]) => key !== "apiVersion" && key !== "kind"));
}

function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function variable(group: string): string {
  return group.replaceAll(/[/.]/g, "_");
}
