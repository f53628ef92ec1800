import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { portProblems } from "../../../../lab/host/ports.ts";

test.each(["127.0.0.1", "::"])(
  "a port taken on %s is a row that names its holder and how to stop it",
  async (address) => {
    const server = createServer().listen(0, address);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;

    const [row, ...others] = portProblems([port]);
    expect(others).toEqual([]);
    expect(row?.what).toMatch(new RegExp(`^port ${port} is taken by process ${process.pid} \\(.*node`));
    expect(row?.fix).toBe(`stop it: kill ${process.pid}`);

    server.close();
    await once(server, "close");
    expect(portProblems([port])).toEqual([]);
  },
);
