/** How often to look, in milliseconds. */
const INTERVAL = 500;

/**
 * Ends this process when its parent is gone. The engine stops its plugins itself; an engine that was killed cannot, and
 * a plugin that lives on would keep changing a cluster that nobody watches.
 */
export function exitWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, INTERVAL).unref();
}
