import { z } from "zod";

/** Fields of a lenient shape: each takes any input, so that a check sees what is right in a stack file that is not. */
export const text = z.string().optional().catch(undefined);
export const texts = z.array(z.string()).optional().catch(undefined);
export const anything = z.unknown().optional();

/**
 * The maps of a top-level list, read as far as a check needs them. What is no map is left to the schema: it keeps its
 * place as undefined, so that positions are those of the file.
 *
 * @param shape fields that accept anything, such as {@link text}
 */
export function entries<Shape extends z.ZodRawShape>(input: unknown, key: string, shape: Shape) {
  const list = (input as Record<string, unknown> | null | undefined)?.[key];
  const schema = z.object(shape).optional().catch(undefined);
  return Array.isArray(list) ? list.map((entry) => schema.parse(entry)) : [];
}

/** The names of a top-level list's entries, by position. */
export function namesOf(input: unknown, key: string): (string | undefined)[] {
  return entries(input, key, { name: text }).map((entry) => entry?.name);
}

/** The map under a key; an empty one where there is something else. */
export function mapAt(input: unknown, key: string): Record<string, unknown> {
  const value = (input as Record<string, unknown> | null | undefined)?.[key];
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap ? (value as Record<string, unknown>) : {};
}
