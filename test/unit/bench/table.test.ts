import { expect, test } from "vitest";
import { formatTable } from "../../../bench/table.ts";

test("each row has its seconds and its ratio to every peer, with the extremes; a peer to itself is 1", () => {
  const timings = new Map([
    ["stock", [2, 4, 3]],
    ["ours", [1, 1, 1.5]],
  ]);
  expect(formatTable(timings, ["stock"]).split("\n")).toEqual([
    "       SECONDS           TIMES STOCK",
    "stock  3.00 (2.00–4.00)  1",
    "ours   1.00 (1.00–1.50)  0.50 (0.25–0.50)",
  ]);
});
