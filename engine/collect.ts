import { execa } from "execa";
import type { Engine } from "./pulumi.ts";

/** Whatever has a pod template, or keeps an old one for a rollback. */
const CARRIERS = "pods,replicasets,deployments,statefulsets,daemonsets,controllerrevisions,jobs,cronjobs";

/** Immutable ConfigMaps and Secrets that Pulumi made, without what is in them. */
const CONTENTS =
  '{range .items[?(@.immutable==true)]}{.kind}/{.metadata.name} {.metadata.creationTimestamp} {.metadata.ownerReferences[0].kind}{"\\n"}{end}';

/** Younger ones may belong to an `up` of somebody else, which has not come to the pods yet. */
const RECENT = 60 * 60 * 1000;

/**
 * The contents that no pod and no revision names any more, from lines of {@link CONTENTS}.
 *
 * @param carriers what may name them, as JSON; a name that merely occurs there counts
 */
export function unnamedContents(lines: string, carriers: string, now: number): string[] {
  return lines.split("\n").flatMap((line) => {
    const [resource = "", created = "", owner] = line.split(" ");
    const name = resource.split("/")[1] ?? "";
    const old = now - Date.parse(created) > RECENT;
    return owner === "ServiceAccount" && old && !carriers.includes(`"${name}"`) ? [resource.toLowerCase()] : [];
  });
}

/**
 * Deletes contents that nothing in the stack's namespaces names any more: Pulumi keeps each one for rollbacks, and the
 * cluster keeps as many revisions as `revisionHistoryLimit` says. Where somebody may not list or delete them they stay
 * until their service goes.
 */
export async function collectContents({ target, env }: Engine): Promise<void> {
  const places = target.clusters.flatMap(({ context, namespaces }) =>
    namespaces.map((name) => [context, name] as const),
  );
  await Promise.all(places.map(([context, namespace]) => collectIn(context, namespace, env)));
}

async function collectIn(context: string, namespace: string, env: Record<string, string>): Promise<void> {
  const kubectl = async (...args: string[]) => {
    const command = ["--context", context, "--namespace", namespace, "--request-timeout", "10s", ...args];
    const { stdout, exitCode } = await execa("kubectl", command, { env, reject: false });
    return exitCode === 0 ? stdout : undefined;
  };
  const managed = ["--selector", "app.kubernetes.io/managed-by=pulumi"];
  // In this order: what is created in between is named by carriers that are read later.
  const lines = await kubectl("get", "configmaps,secrets", ...managed, "--output", `jsonpath=${CONTENTS}`);
  const carriers = await kubectl("get", CARRIERS, "--output", "json");
  if (lines === undefined || carriers === undefined) return;
  const unnamed = unnamedContents(lines, carriers, Date.now());
  if (unnamed.length > 0) await kubectl("delete", ...unnamed);
}
