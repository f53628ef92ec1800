import { output, type Input } from "@pulumi/pulumi";
import { homePath } from "./files.ts";
import { ENVIRONMENT } from "./uid.ts";

/** Nobody without an account, and nothing told to anybody. */
const settings = {
  auth_anonymous: { enabled: "false" },
  users: { allow_sign_up: "false" },
  security: { disable_gravatar: "true" },
  snapshots: { external_enabled: "false" },
  analytics: {
    reporting_enabled: "false",
    check_for_updates: "false",
    check_for_plugin_updates: "false",
    feedback_links_enabled: "false",
  },
  news: { news_feed_enabled: "false" },
  // Everything that is needed is in the image; a pod that may talk to nobody would try for minutes.
  plugins: { preinstall_disabled: "true", public_key_retrieval_disabled: "true", plugin_admin_enabled: "false" },
  metrics: { enabled: "true" },
  // As JSON, so that the log agent reads level and time.
  log_console: { format: "json" },
  dashboards: { default_home_dashboard_path: homePath(ENVIRONMENT) },
} as const satisfies Record<string, Record<string, string>>;

/**
 * Grafana's settings as variables of its process, `GF_<section>_<key>`.
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#override-configuration-with-environment-variables
 */
export function settingVariables(url?: Input<string>): Record<string, Input<string>> {
  const variables = Object.entries(settings).flatMap(([section, keys]) =>
    Object.entries(keys).map(
      ([key, value]: [string, string]) => [`GF_${section}_${key}`.toUpperCase(), value] as const,
    ),
  );
  return { ...Object.fromEntries(variables), ...(url === undefined ? {} : reachedAt(url)) };
}

/** A session's cookie goes over TLS alone, where there is TLS. */
function reachedAt(url: Input<string>): Record<string, Input<string>> {
  return {
    GF_SERVER_ROOT_URL: url,
    GF_SECURITY_COOKIE_SECURE: output(url).apply((known) => `${known.startsWith("https:")}`),
  };
}
