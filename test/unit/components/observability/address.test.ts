import { expect, test } from "vitest";
import { openingTo } from "../../../../components/observability/address.ts";

test.each([
  ["http://tempo.tracing.svc:4317", { namespace: "tracing", ports: [4317] }],
  ["http://tempo.tracing.svc.cluster.local:4317", { namespace: "tracing", ports: [4317] }],
  ["https://tempo.example.com", { cidrs: ["0.0.0.0/0"], ports: [443] }],
  ["http://svc.example.com", { cidrs: ["0.0.0.0/0"], ports: [80] }],
])("%s opens %j", (address, opening) => {
  expect(openingTo(address, {})).toEqual(opening);
});

test("blocks that are given are what is opened", () => {
  const cidrs = ["203.0.113.0/24"];
  expect(openingTo("http://tempo.tracing.svc:4317", { cidrs })).toEqual({ cidrs, ports: [4317] });
});
