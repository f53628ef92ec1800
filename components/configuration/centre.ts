import type { core } from "@pulumi/kubernetes/types/input.js";

/** Arguments of {@link centreVariables}: the configuration centre that a service reads by itself. */
export interface ConfigCentreArgs {
  /** Which product answers. Plain, because it decides which variables exist. */
  kind: "nacos" | "apollo";
  /** Nacos: `host:port`, several with commas. Apollo: URL of the meta server. */
  address: string;
  /**
   * Nacos: id of the namespace. Apollo: the namespaces to read, with commas.
   * @default - the product's own
   */
  namespace?: string;
  /**
   * Nacos: group of the configuration.
   * @default - the client's own, `DEFAULT_GROUP`
   */
  group?: string;
  /**
   * Nacos: id of the configuration.
   * @default - none
   */
  dataId?: string;
  /**
   * Apollo: id of the application.
   * @default - none
   */
  appId?: string;
  /**
   * Apollo: cluster whose configuration is read.
   * @default - the client's own, `default`
   */
  cluster?: string;
  /**
   * Nacos: user name.
   * @default - none
   */
  username?: string;
}

/**
 * The variables of each product. Those of Apollo are what its clients read; Nacos' Go client reads none, so these are
 * what a service hands to it.
 * @see https://www.apolloconfig.com/#/en/client/java-sdk-user-guide
 */
const VARIABLES = {
  nacos: {
    address: "NACOS_SERVER_ADDR",
    namespace: "NACOS_NAMESPACE",
    group: "NACOS_GROUP",
    dataId: "NACOS_DATA_ID",
    username: "NACOS_USERNAME",
  },
  apollo: {
    address: "APOLLO_META",
    namespace: "APOLLO_BOOTSTRAP_NAMESPACES",
    appId: "APP_ID",
    cluster: "APOLLO_CLUSTER",
  },
} as const;

/** What tells a service where its configuration centre is. A password comes as a secret, like any other. */
export function centreVariables({ kind, ...where }: ConfigCentreArgs): core.v1.EnvVar[] {
  const values: Record<string, string | undefined> = where;
  return Object.entries(VARIABLES[kind]).flatMap(([field, name]) => {
    const value = values[field];
    return value === undefined ? [] : [{ name, value }];
  });
}
