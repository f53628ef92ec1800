/** A field of a waiver as pack config writes it; `rule` is the key that the waiver stands under. */
interface WaiverField {
  readonly description: string;
  readonly pattern: string;
}

const text = (description: string): WaiverField => ({ description, pattern: "\\S" });

/** What a waiver must say. */
export const REQUIRED_FIELDS: Readonly<Record<string, WaiverField>> = {
  resource: text("Name or URN of the resource; * stands for any run of characters."),
  owner: text("Who answers for it."),
  reason: text("Why the violation is accepted."),
  ticket: text("Where its removal is tracked."),
  expires: {
    description: "Last day on which it holds (UTC), YYYY-MM-DD.",
    pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
  },
};

/** What it may say. */
export const OPTIONAL_FIELDS: Readonly<Record<string, WaiverField>> = {
  container: text("Name of the container; without it, all of the resource's findings."),
};

const properties = Object.fromEntries(
  Object.entries({ ...REQUIRED_FIELDS, ...OPTIONAL_FIELDS }).map(([name, field]) => [
    name,
    { type: "string" as const, ...field },
  ]),
);

/** The config that every rule takes, as the engine checks it before anything runs. */
export const CONFIG_SCHEMA = {
  properties: {
    waivers: {
      type: "array" as const,
      description: "Findings of this rule that are accepted for now.",
      items: {
        type: "object" as const,
        properties,
        required: Object.keys(REQUIRED_FIELDS),
        additionalProperties: false,
      },
    },
  },
};
