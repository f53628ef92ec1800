import { output } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { settingVariables } from "../../../../../components/observability/dashboards/settings.ts";

const variables = settingVariables();

test.each([
  ["GF_AUTH_ANONYMOUS_ENABLED", "false"],
  ["GF_USERS_ALLOW_SIGN_UP", "false"],
  ["GF_SECURITY_DISABLE_GRAVATAR", "true"],
  ["GF_ANALYTICS_REPORTING_ENABLED", "false"],
  ["GF_ANALYTICS_CHECK_FOR_UPDATES", "false"],
  ["GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false"],
  ["GF_NEWS_NEWS_FEED_ENABLED", "false"],
  ["GF_SNAPSHOTS_EXTERNAL_ENABLED", "false"],
  ["GF_PLUGINS_PREINSTALL_DISABLED", "true"],
  ["GF_METRICS_ENABLED", "true"],
  ["GF_LOG_CONSOLE_FORMAT", "json"],
])("%s is %s", (name, value) => {
  expect(variables[name]).toBe(value);
});

test("names are those that Grafana reads, and none holds the password", () => {
  for (const name of Object.keys(variables)) expect(name).toMatch(/^GF_[A-Z]+(_[A-Z]+)+$/);
  expect(Object.keys(variables)).not.toContain("GF_SECURITY_ADMIN_PASSWORD");
});

test.each([
  ["https://g.example.com/", "true"],
  ["http://localhost:3000/", "false"],
])("links begin with %s where browsers use it, and cookies go over TLS alone: %s", async (url, secure) => {
  expect(variables).not.toHaveProperty("GF_SERVER_ROOT_URL");
  const known = await new Promise((resolve) => output(settingVariables(url)).apply(resolve));
  expect(known).toMatchObject({ GF_SERVER_ROOT_URL: url, GF_SECURITY_COOKIE_SECURE: secure });
});
