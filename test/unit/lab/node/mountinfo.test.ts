import { expect, test } from "vitest";
import { parseMountinfo } from "../../../../lab/node/mountinfo.ts";

test("reads mount points and types, however many optional fields stand between", () => {
  const text = [
    "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
    "30 27 0:28 / /sys/fs/cgroup/unified rw shared:4 master:1 - cgroup2 cgroup2 rw",
    "31 27 0:4 net:[4026532198] /run/netns/slipway-lab rw shared:5 - nsfs nsfs rw",
    "",
  ].join("\n");
  expect(parseMountinfo(text)).toEqual([
    { point: "/", type: "ext4" },
    { point: "/sys/fs/cgroup/unified", type: "cgroup2" },
    { point: "/run/netns/slipway-lab", type: "nsfs" },
  ]);
});

test("reads blanks in a mount point, which the kernel writes in octal", () => {
  expect(parseMountinfo("1 0 8:1 / /mnt/my\\040disk\\134x rw - ext4 /dev/sda rw")).toEqual([
    { point: "/mnt/my disk\\x", type: "ext4" },
  ]);
});
