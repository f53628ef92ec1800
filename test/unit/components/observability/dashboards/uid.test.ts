import fc from "fast-check";
import { expect, test } from "vitest";
import { serviceUid } from "../../../../../components/observability/dashboards/index.ts";

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/);

test("any two services have dashboards of their own, with uids that Grafana takes", () => {
  fc.assert(
    fc.property(label, label, label, label, (namespace, name, otherNamespace, otherName) => {
      const uid = serviceUid(namespace, name);
      expect(uid).toMatch(/^[a-zA-Z0-9_-]{8,40}$/);
      const same = namespace === otherNamespace && name === otherName;
      expect(uid === serviceUid(otherNamespace, otherName)).toBe(same);
    }),
  );
});

test("a short one can be told without computing it", () => {
  expect(serviceUid("shop", "orders")).toBe("slipway-service-shop-orders");
  expect(serviceUid("shop", "orders-eu")).toBe("slipway-service-shop-orders-eu");
});

test("where a dash could be of namespace or name, a hash tells them apart", () => {
  expect(serviceUid("shop-orders", "eu")).toMatch(/^slipway-service-shop-orders-eu-[0-9a-f]{8}$/);
  expect(serviceUid("shop-orders", "eu")).not.toBe(serviceUid("shop", "orders-eu"));
});

test("what is too long is cut, and told apart by its hash", () => {
  const [a, b] = ["a", "b"].map((end) => serviceUid("warehouse", `${"x".repeat(30)}${end}`));
  expect(a).toHaveLength(40);
  expect(a).not.toBe(b);
});
