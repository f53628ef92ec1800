import { expect, test } from "vitest";
import { centreVariables } from "../../../../components/configuration/centre.ts";

test("a service that reads Nacos is told server, namespace, group, configuration and user", () => {
  const centre = {
    kind: "nacos",
    address: "nacos:8848",
    namespace: "shop",
    group: "g",
    dataId: "o.yaml",
    username: "u",
  };
  expect(centreVariables(centre as Parameters<typeof centreVariables>[0])).toEqual([
    { name: "NACOS_SERVER_ADDR", value: "nacos:8848" },
    { name: "NACOS_NAMESPACE", value: "shop" },
    { name: "NACOS_GROUP", value: "g" },
    { name: "NACOS_DATA_ID", value: "o.yaml" },
    { name: "NACOS_USERNAME", value: "u" },
  ]);
});

test("a service that reads Apollo gets the variables of Apollo's clients, and none for what is not said", () => {
  expect(centreVariables({ kind: "apollo", address: "http://apollo:8080", appId: "orders" })).toEqual([
    { name: "APOLLO_META", value: "http://apollo:8080" },
    { name: "APP_ID", value: "orders" },
  ]);
});
