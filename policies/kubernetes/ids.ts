/** Below are the users and groups that a Linux distribution and its administrators hand out. */
const LOWEST = 10_000;

/** Whether a number names a user or a group that a node does not know. */
export function isHighId(id: unknown): boolean {
  return Number.isInteger(id) && (id as number) >= LOWEST;
}
