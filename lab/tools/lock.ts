import { createHash } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * Does `work` while nobody else on this machine holds the same name; waits for whoever does.
 *
 * The lock is a Unix socket in Linux's abstract namespace: binding it is atomic, and the kernel takes it back however
 * its owner ends. A lock file would need a guess whether the pid in it is still the owner's.
 * @see https://man7.org/linux/man-pages/man7/unix.7.html (Abstract sockets)
 *
 * @param onWait is told the owner's pid, once for each owner that is waited for
 */
export async function withLock<T>(name: string, onWait: (owner: number) => void, work: () => Promise<T>): Promise<T> {
  const address = `\0slipway-${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
  let lock = await tryLock(address);
  while (!lock) {
    await ownerGone(address, onWait);
    lock = await tryLock(address);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** The lock, or undefined when somebody has it. */
function tryLock(address: string): Promise<{ release: () => void } | undefined> {
  const waiting = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiting.add(socket);
    socket.on("error", () => waiting.delete(socket)).on("close", () => waiting.delete(socket));
    socket.write(String(process.pid));
  });
  const release = () => {
    server.close();
    for (const socket of waiting) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve({ release }));
  });
}

/** Resolves when the owner's end of a connection goes away, which is when the lock is worth another try. */
function ownerGone(address: string, onWait: (owner: number) => void): Promise<void> {
  return new Promise((resolve) => {
    connect(address)
      .once("data", (pid) => onWait(Number(pid)))
      .on("error", () => undefined)
      .once("close", () => resolve());
  });
}
