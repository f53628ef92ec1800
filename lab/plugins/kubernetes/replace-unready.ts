import type { DiffRequest, DiffResult } from "../protocol/plugin.ts";
import { AUTONAMED, REPLACE_UNREADY, isAnnotated } from "./annotations.ts";
import type { Context } from "./context.ts";
import { condition } from "./objects.ts";
import { referenceTo } from "./reference.ts";
import { kindOfToken } from "./types.ts";

/** A job that is not complete cannot be tried again in place: with `pulumi.com/replaceUnready` it is made anew. */
export async function replaceUnready(
  { cluster }: Context,
  request: DiffRequest,
  result: DiffResult,
): Promise<DiffResult> {
  const { values } = request.news;
  if (!isAnnotated(values, REPLACE_UNREADY)) return result;
  if (kindOfToken(request.type).kind !== "Job") {
    request.log.warning("replaceUnready annotation is not supported for this resource");
    return result;
  }
  if (await cluster.unreachable()) {
    request.log.warning("Cluster is unreachable, skipping replaceUnready check");
    return result;
  }
  const live = await cluster.find(referenceTo(request.type, request.id, request.oldInputs.values));
  if (!live || condition(live, "Complete")?.status === "True") return result;
  return {
    differences: [
      ...result.differences,
      { path: ["metadata", "annotations", REPLACE_UNREADY], kind: "update", replace: true },
    ],
    deleteBeforeReplace: !isAnnotated(values, AUTONAMED),
  };
}
