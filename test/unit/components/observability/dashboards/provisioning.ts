import { z } from "zod";

/** Files of Grafana's provisioning, as its documentation describes them; anything else in them would be ignored by it. */

const seconds = z.string().regex(/^-?\d+(ms|s|m|h|d)$/);
const tags = z.array(z.strictObject({ key: z.string(), value: z.string().optional() }));
const shifts = { spanStartTimeShift: seconds.optional(), spanEndTimeShift: seconds.optional() };

/** @see https://grafana.com/docs/grafana/latest/administration/provisioning/#example-data-source-config-file */
const common = {
  name: z.string().min(1),
  uid: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/),
  url: z.url(),
  access: z.literal("proxy"),
  orgId: z.literal(1),
  isDefault: z.boolean().optional(),
  editable: z.boolean(),
};

/** @see https://grafana.com/docs/grafana/latest/datasources/prometheus/configure/#provision-the-prometheus-data-source */
const prometheus = z.strictObject({
  ...common,
  type: z.literal("prometheus"),
  jsonData: z.strictObject({
    httpMethod: z.enum(["GET", "POST"]),
    prometheusType: z.enum(["Prometheus", "Cortex", "Mimir", "Thanos"]),
    timeInterval: seconds,
    // `datasourceUid` for a source inside Grafana, `url` for another program; never both.
    exemplarTraceIdDestinations: z
      .array(z.strictObject({ name: z.string(), datasourceUid: z.string(), urlDisplayLabel: z.string().optional() }))
      .optional(),
  }),
});

/** @see https://grafana.com/docs/grafana/latest/datasources/loki/configure-loki-data-source/#provision-the-loki-data-source */
const loki = z.strictObject({
  ...common,
  type: z.literal("loki"),
  jsonData: z.strictObject({
    maxLines: z.number().int().positive(),
    derivedFields: z
      .array(
        z.strictObject({
          name: z.string(),
          matcherType: z.enum(["label", "regex"]),
          matcherRegex: z.string(),
          // With a uid, the query that the source is asked.
          url: z.string(),
          datasourceUid: z.string(),
          urlDisplayLabel: z.string().optional(),
        }),
      )
      .optional(),
  }),
});

/** @see https://grafana.com/docs/grafana/latest/datasources/jaeger/configure/#provision-the-data-source */
const jaeger = z.strictObject({
  ...common,
  type: z.literal("jaeger"),
  jsonData: z.strictObject({
    nodeGraph: z.strictObject({ enabled: z.boolean() }).optional(),
    tracesToLogsV2: z
      .strictObject({
        ...shifts,
        datasourceUid: z.string(),
        tags,
        filterByTraceID: z.boolean().optional(),
        filterBySpanID: z.boolean().optional(),
        customQuery: z.boolean(),
        query: z.string().optional(),
      })
      .optional(),
    tracesToMetrics: z
      .strictObject({
        ...shifts,
        datasourceUid: z.string(),
        tags,
        queries: z.array(z.strictObject({ name: z.string(), query: z.string() })),
      })
      .optional(),
  }),
});

export const sourcesSchema = z.strictObject({
  apiVersion: z.literal(1),
  prune: z.boolean().optional(),
  datasources: z.array(z.discriminatedUnion("type", [prometheus, loki, jaeger])),
});

/** @see https://grafana.com/docs/grafana/latest/administration/provisioning/#dashboards */
export const providersSchema = z.strictObject({
  apiVersion: z.literal(1),
  providers: z.array(
    z.strictObject({
      name: z.string().min(1),
      orgId: z.literal(1),
      folder: z.string(),
      folderUid: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/),
      type: z.literal("file"),
      disableDeletion: z.boolean(),
      // Below 10 s Grafana watches every 10 s.
      updateIntervalSeconds: z.number().int().min(10),
      allowUiUpdates: z.boolean(),
      options: z.strictObject({ path: z.string().startsWith("/"), foldersFromFilesStructure: z.boolean() }),
    }),
  ),
});
