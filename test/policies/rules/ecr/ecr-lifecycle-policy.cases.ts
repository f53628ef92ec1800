import { rule } from "../../../../policies/rules/ecr/ecr-lifecycle-policy.ts";
import { resource, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const repository = resource("aws:ecr/repository:Repository", { name: "shop/orders" });
const lifecycle = (of: unknown) => resource("aws:ecr/lifecyclePolicy:LifecyclePolicy", { repository: of }, "expiry");

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "by its name", given: [repository, lifecycle("shop/orders")] },
    { it: "by its resource", given: [repository, lifecycle("orders")] },
  ],
  violating: [
    { it: "none", given: repository, finds: [""] },
    { it: "of another", given: [repository, lifecycle("shop/carts")], finds: ["orders: "] },
  ],
  unknown: [{ it: "of an unknown one", given: [repository, lifecycle(UNKNOWN)], finds: ["orders: "] }],
  malformed: [{ it: "of nonsense", given: [repository, lifecycle({ name: "orders" })], finds: ["orders: "] }],
};
