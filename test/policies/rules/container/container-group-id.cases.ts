import { rule } from "../../../../policies/rules/container/container-group-id.ts";
import { idCases } from "../../id-trials.ts";

export const cases = idCases(rule, "runAsGroup");
