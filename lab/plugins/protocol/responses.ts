import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { encode } from "./marshal.ts";
import { formatPath } from "./paths.ts";
import type { CheckResult, DiffResult, PropertyDifference } from "./plugin.ts";

export function checkResponse({ inputs, failures = [] }: CheckResult): messages.CheckResponse {
  const response = new messages.CheckResponse();
  response.setInputs(encode(inputs));
  response.setFailuresList(
    failures.map(({ property, reason }) => {
      const failure = new messages.CheckFailure();
      failure.setProperty(property);
      failure.setReason(reason);
      return failure;
    }),
  );
  return response;
}

export function diffResponse({ differences, deleteBeforeReplace = false }: DiffResult): messages.DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  const response = new messages.DiffResponse();
  response.setChanges(differences.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setDiffsList(topKeys(differences));
  response.setReplacesList(topKeys(differences.filter((difference) => difference.replace)));
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setHasdetaileddiff(true);
  for (const difference of differences) {
    const detail = new messages.PropertyDiff();
    detail.setKind(kindOf(difference));
    detail.setInputdiff(true);
    response.getDetaileddiffMap().set(formatPath(difference.path), detail);
  }
  return response;
}

/** The engine wants top-level property names where it wants no paths. */
function topKeys(differences: readonly PropertyDifference[]): string[] {
  return [...new Set(differences.map((difference) => String(difference.path[0])))];
}

function kindOf({ kind, replace }: PropertyDifference): messages.PropertyDiff.Kind {
  const { Kind } = messages.PropertyDiff;
  switch (kind) {
    case "add":
      return replace ? Kind.ADD_REPLACE : Kind.ADD;
    case "delete":
      return replace ? Kind.DELETE_REPLACE : Kind.DELETE;
    case "update":
      return replace ? Kind.UPDATE_REPLACE : Kind.UPDATE;
  }
}
