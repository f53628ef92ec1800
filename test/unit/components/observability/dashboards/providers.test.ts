import { expect, test } from "vitest";
import { parse } from "yaml";
import { catalog } from "../../../../../components/observability/dashboards/catalog.ts";
import { dashboardFolders } from "../../../../../components/observability/dashboards/files.ts";
import { providersFile } from "../../../../../components/observability/dashboards/providers.ts";
import { most } from "./arguments.ts";
import { providersSchema } from "./provisioning.ts";

const { providers } = providersSchema.parse(parse(providersFile()));

test("every folder of files has one provider that looks there", () => {
  for (const { mountPath } of dashboardFolders(catalog(most))) {
    expect(providers.filter(({ options }) => mountPath.startsWith(`${options.path}/`))).toHaveLength(1);
  }
});

test("folders have uids and names of their own", () => {
  for (const key of ["name", "folder", "folderUid"] as const) {
    expect(new Set(providers.map((provider) => provider[key])).size).toBe(providers.length);
  }
});

test("what is changed in the browser is not kept, and what is gone from the stack goes", () => {
  for (const provider of providers) expect(provider).toMatchObject({ allowUiUpdates: false, disableDeletion: false });
});
