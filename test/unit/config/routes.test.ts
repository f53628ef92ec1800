import { expect, test } from "vitest";
import { routesOf } from "../../../config/routes.ts";

const services = [
  { name: "orders-next", port: 8081 },
  { name: "orders", port: 8080 },
  { name: "billing", port: 8080 },
];
const route = { path: "/api", exact: false };

test("weights become backends with the ports of their services, sorted", () => {
  expect(routesOf([{ ...route, weights: { "orders-next": 10, orders: 90 } }], services)).toEqual([
    {
      ...route,
      backends: [
        { service: "orders", port: 8080, weight: 90 },
        { service: "orders-next", port: 8081, weight: 10 },
      ],
    },
  ]);
});

test("a route without weights stays as it is", () => {
  expect(routesOf([route], services)).toEqual([route]);
});
