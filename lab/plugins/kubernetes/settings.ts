import type { ValueMap } from "../protocol/values.ts";

/** The provider's arguments, defaults filled in. */
export interface Settings {
  /** Content of a kubeconfig or the path of one. @default what kubectl would take */
  kubeconfig?: string;
  context?: string;
  cluster?: string;
  namespace?: string;
  clusterIdentifier?: string;
  deleteUnreachable: boolean;
  skipUpdateUnreachable: boolean;
  enableConfigMapMutable: boolean;
  enableSecretMutable: boolean;
  enablePatchForce: boolean;
  suppressDeprecationWarnings: boolean;
  upsertExistingObjects: boolean;
}

/** Arguments that are switches, with the environment variable that sets them where the program does not. */
const SWITCHES = {
  deleteUnreachable: "PULUMI_K8S_DELETE_UNREACHABLE",
  skipUpdateUnreachable: "PULUMI_K8S_SKIP_UPDATE_UNREACHABLE",
  enableConfigMapMutable: "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE",
  enableSecretMutable: "PULUMI_K8S_ENABLE_SECRET_MUTABLE",
  enablePatchForce: "PULUMI_K8S_ENABLE_PATCH_FORCE",
  suppressDeprecationWarnings: "PULUMI_K8S_SUPPRESS_DEPRECATION_WARNINGS",
  upsertExistingObjects: "PULUMI_K8S_UPSERT_EXISTING_OBJECTS",
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the provider's arguments; the SDK sends switches as the text "true".
 *
 * @throws Error for what only the official provider does: client-side apply and rendering to a directory
 */
export function readSettings(args: ValueMap, environment: Environment): Settings {
  if (isOff(args.enableServerSideApply ?? environment.PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY)) {
    throw new Error(
      "enableServerSideApply: false needs the official kubernetes provider; the lab's applies on the server only.",
    );
  }
  if (args.renderYamlToDirectory ?? environment.PULUMI_K8S_RENDER_YAML_TO_DIRECTORY) {
    throw new Error(
      "renderYamlToDirectory needs the official kubernetes provider; `make render` writes manifests without one.",
    );
  }
  const switches = Object.entries(SWITCHES).map(([name, variable]) => [
    name,
    isOn(args[name] ?? environment[variable]),
  ]);
  return {
    kubeconfig: textOf(args.kubeconfig),
    context: textOf(args.context),
    cluster: textOf(args.cluster),
    namespace: textOf(args.namespace),
    clusterIdentifier: textOf(args.clusterIdentifier ?? environment.PULUMI_K8S_CLUSTER_IDENTIFIER),
    ...(Object.fromEntries(switches) as Record<keyof typeof SWITCHES, boolean>),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isOn(value: unknown): boolean {
  return value === true || value === "true";
}

function isOff(value: unknown): boolean {
  return value === false || value === "false";
}
