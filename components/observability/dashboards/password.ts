import type { ProgramArgs } from "../../program/index.ts";
import type { DashboardsArgs } from "./args.ts";

/**
 * The file's path stands in the name and `_FILE`; Grafana reads a setting from the file of the name and `__FILE`.
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-docker/#configure-grafana-with-docker-secrets
 */
const NAME = "GF_SECURITY_ADMIN_PASSWORD_";

type PasswordArgs = Pick<DashboardsArgs, "adminPassword" | "adminPasswordSecret">;

/** The administrator's password as a file of the pod. */
export function password({
  adminPassword,
  adminPasswordSecret: kept,
}: PasswordArgs): Pick<ProgramArgs, "secrets" | "secretReferences"> {
  return {
    secrets: adminPassword === undefined ? [] : [{ name: NAME, as: "file", value: adminPassword }],
    secretReferences: kept === undefined ? [] : [{ name: NAME, as: "file", secret: kept.name, key: kept.key }],
  };
}

/** Without one, the password would be `admin`. */
export function passwordProblems({ adminPassword, adminPasswordSecret }: PasswordArgs): string[] {
  const given = [adminPassword, adminPasswordSecret].filter((way) => way !== undefined).length;
  return given === 1 ? [] : [`needs exactly one of \`adminPassword\` and \`adminPasswordSecret\`; it has ${given}.`];
}
