import type { Output } from "@pulumi/pulumi/output.js";
import { configCentres } from "./config-centres.ts";
import { contents } from "./files.ts";
import { merged, type Layer } from "./layers.ts";
import { scaled } from "./scale.ts";
import type { Parsed } from "./schema/index.ts";

type ParsedService = Parsed["services"][number];

/** A secret that a service or a task gets, with its value. */
export interface SecretConfig {
  name: string;
  as: "file" | "env";
  value: Output<string>;
}

/** A service of the stack file, complete: layers merged, files read, secrets looked up. */
export interface ServiceConfig extends Omit<ParsedService, "files" | "dynamicFiles" | "secrets"> {
  files: Record<string, string>;
  dynamicFiles: Record<string, string>;
  secrets: SecretConfig[];
}

/** What a stack says about all of its services and tasks. */
export interface Shared {
  /** Number of pods where a service is silent. */
  replicas: number;
  env: Layer;
  secrets: Record<string, Output<string>>;
}

export function completed(service: ParsedService, shared: Shared): ServiceConfig {
  return {
    ...service,
    ...scaled(service, shared.replicas),
    env: merged(shared.env, service.env),
    files: contents(service.files),
    dynamicFiles: contents(service.dynamicFiles),
    secrets: known(declared(service), shared.secrets),
  };
}

/** The values of declared secrets. */
export function known(declared: ParsedService["secrets"], values: Shared["secrets"]): SecretConfig[] {
  return declared.flatMap(({ key, ...secret }) => {
    const value = values[key];
    return value ? [{ ...secret, value }] : [];
  });
}

function declared({ secrets, configCentre }: ParsedService): ParsedService["secrets"] {
  if (!configCentre?.passwordKey) return secrets;
  return [...secrets, { name: configCentres[configCentre.kind].credential, as: "file", key: configCentre.passwordKey }];
}
