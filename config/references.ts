import { z } from "zod";

type Issue = z.core.$ZodIssueCustom;

const text = z.string().optional().catch(undefined);
const anything = z.unknown().optional();
const lenient = z
  .object({
    tenants: z.array(z.object({ name: text }).catch({ name: undefined })).catch([]),
    services: z
      .array(
        z
          .object({
            name: text,
            tenant: text,
            build: anything,
            image: anything,
            port: z.number().catch(8080),
            metricsPort: z.number().catch(9090),
          })
          .optional()
          .catch(undefined),
      )
      .catch([]),
  })
  .catch({ tenants: [], services: [] });

type Lenient = z.output<typeof lenient>;

/**
 * What must hold between keys, checked apart from the schema: zod leaves its own cross checks out as soon as any field
 * is wrong, and a user wants every problem at once.
 */
export function referenceIssues(input: unknown): Issue[] {
  const { tenants, services } = lenient.parse(input);
  const names = [...new Set(tenants.flatMap(({ name }) => name ?? []))];
  return [
    ...duplicates(
      tenants.map(({ name }) => name),
      "tenants",
    ),
    ...duplicates(
      services.map((service) => service?.name),
      "services",
    ),
    ...services.flatMap((service, index) => (service ? serviceIssues(service, ["services", index], names) : [])),
  ];
}

function serviceIssues(
  service: NonNullable<Lenient["services"][number]>,
  path: PropertyKey[],
  tenants: string[],
): Issue[] {
  const { tenant, build, image, port, metricsPort } = service;
  const issues: Issue[] = [];
  if (tenant !== undefined && !tenants.includes(tenant)) {
    const known = tenants.map((name) => `\`${name}\``).join(", ");
    issues.push(issue([...path, "tenant"], `a name under \`tenants\`${known && ` (${known})`}`, tenants[0]));
  }
  if ((build === undefined) === (image === undefined)) {
    issues.push(issue([...path, "build"], "exactly one of `build` and `image`", { context: "services/orders" }));
  }
  if (port === metricsPort) {
    issues.push(issue([...path, "metricsPort"], `a port other than \`port\` (${port})`, port + 1));
  }
  return issues;
}

function duplicates(names: (string | undefined)[], key: string): Issue[] {
  return names.flatMap((name, index) =>
    name && names.indexOf(name) !== index ? [issue([key, index, "name"], "a name that is not taken")] : [],
  );
}

function issue(path: PropertyKey[], message: string, example?: unknown): Issue {
  return { code: "custom", path, message, params: { example } };
}
