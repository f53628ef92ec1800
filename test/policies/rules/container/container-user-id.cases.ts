import { rule } from "../../../../policies/rules/container/container-user-id.ts";
import { idCases } from "../../id-trials.ts";

export const cases = idCases(rule, "runAsUser");
