import type { Input } from "@pulumi/pulumi";
import type { ConfigCentreArgs } from "./centre.ts";
import type { SecretReference } from "./mounts.ts";

/** A secret value for a service, which Slipway itself keeps in the cluster. */
export interface SecretArgs {
  /** Variable of the process, such as `DB_PASSWORD`; also the file's name. */
  name: string;
  /**
   * As a file of `/run/secrets/<service>`, whose path stands in the variable `<name>_FILE`, or as the variable itself.
   * Plain, because it decides which volumes exist.
   * @default "file"
   */
  as?: "file" | "env";
  /** The value; Pulumi keeps it as a secret whether or not it came as one. */
  value: Input<string>;
}

/** What a service is told and given beside its variables. */
export interface ConfigurationArgs {
  /**
   * Read-only files of `/etc/<service>`, by name. A change rolls the pods. Not for secrets. Plain, because their existence
   * decides which ConfigMaps there are.
   * @default - none
   */
  files?: Record<string, Input<string>>;
  /**
   * The same, for files that the service reloads by itself: a change reaches the running pods within a minute or two.
   * @default - none
   */
  dynamicFiles?: Record<string, Input<string>>;
  /**
   * Where the service finds its configuration centre.
   * @default - none
   */
  configCentre?: ConfigCentreArgs;
  /**
   * Secret values. A rotation rolls the pods.
   * @default - none
   */
  secrets?: SecretArgs[];
  /**
   * Values in Secrets that something else keeps, such as an operator that reads a vault.
   * @default - none
   */
  secretReferences?: SecretReference[];
}
