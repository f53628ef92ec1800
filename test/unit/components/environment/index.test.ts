import { expect, test } from "vitest";
import { Environment } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const quota = { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" };

test("a tenant is a namespace that enforces `restricted`, with its quota and defaults for what people run by hand", async () => {
  const { resources } = await recorded(() => new Environment("shop", { quota }));

  expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "kubernetes:core/v1:LimitRange shop",
    "kubernetes:core/v1:Namespace shop",
    "kubernetes:core/v1:ResourceQuota shop",
    "slipway:index:Environment shop",
  ]);
  const inputsOf = (type: string) => resources.find((resource) => resource.type.endsWith(type))?.inputs;
  expect(inputsOf("Namespace")).toMatchObject({
    metadata: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
  });
  expect(inputsOf("ResourceQuota")).toMatchObject({
    metadata: { namespace: "shop" },
    spec: { hard: { "requests.cpu": "2", "requests.memory": "2Gi", "limits.cpu": "4", "limits.memory": "4Gi" } },
  });
  expect(inputsOf("LimitRange")).toMatchObject({ metadata: { namespace: "shop" } });
});
