import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingCapabilities, parseCgroups, parseListeners } from "../../../../lab/host/proc.ts";

describe("/proc/net/tcp", () => {
  const header = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
  const row = (port: number, state: string, inode: number, address = "00000000") =>
    `   0: ${address}:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0000000000000000 100 0 0 10 0`;

  test("every listening socket is found with its port and inode, other states are not", () => {
    const socket = fc.record({
      port: fc.integer({ min: 0, max: 65_535 }),
      inode: fc.integer({ min: 1, max: 2 ** 32 }),
      state: fc.constantFrom("0A", "01", "06", "08"),
      address: fc.constantFrom("0100007F", "00000000000000000000000001000000"),
    });
    fc.assert(
      fc.property(fc.array(socket), (sockets) => {
        const table = [header, ...sockets.map((s) => row(s.port, s.state, s.inode, s.address)), ""].join("\n");
        const listening = sockets.filter(({ state }) => state === "0A");
        expect(parseListeners(table)).toEqual(listening.map(({ port, inode }) => ({ port, inode })));
      }),
    );
  });

  test("a table that could not be read has no listeners", () => {
    expect(parseListeners("")).toEqual([]);
  });
});

describe("/proc/<pid>/status", () => {
  test.each([
    ["000001ffffffffff", []],
    ["000001fffeffffff", []],
    ["0000000000000000", ["CAP_NET_ADMIN", "CAP_SYS_CHROOT", "CAP_SYS_ADMIN"]],
    // What a container has by default.
    ["00000000a80425fb", ["CAP_NET_ADMIN", "CAP_SYS_ADMIN"]],
  ])("effective set %s lacks %j", (effective, missing) => {
    expect(missingCapabilities(`Name:\tnode\nCapPrm:\t0000000000000000\nCapEff:\t${effective}\n`)).toEqual(missing);
  });
});

describe("/proc/self/mountinfo", () => {
  const v1 = "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory";
  const cpu = "32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime shared:9 master:1 - cgroup cgroup rw,cpu,cpuacct";
  const named = "40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd";
  const hybrid = "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw";
  const unified =
    "30 23 0:26 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:4 - cgroup2 cgroup2 rw,nsdelegate";
  const root = "23 1 254:0 / / rw,relatime - ext4 /dev/vda rw";

  test.each([
    [
      "v1 with its controllers, joined ones apart",
      [root, v1, cpu, named],
      { version: 1, controllers: ["memory", "cpu", "cpuacct"] },
    ],
    ["hybrid counts as v1", [root, v1, hybrid], { version: 1, controllers: ["memory"] }],
    ["v2", [root, unified], { version: 2, mountpoint: "/sys/fs/cgroup" }],
    ["none", [root], { version: 0 }],
  ])("%s", (_, lines, cgroups) => {
    expect(parseCgroups(`${lines.join("\n")}\n`)).toEqual(cgroups);
  });
});
