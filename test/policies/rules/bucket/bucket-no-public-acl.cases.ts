import { rule } from "../../../../policies/rules/bucket/bucket-no-public-acl.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const ALL = "http://acs.amazonaws.com/groups/global/AllUsers";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "private", { acl: "private" }), ...onEach(rule.types, "none", {})],
  violating: [
    ...onEach(rule.types, "readable", { acl: "public-read" }, ["acl"]),
    ...onEach(rule.types, "writable", { acl: "public-read-write" }, ["acl"]),
    ...onEach(rule.types, "for every account", { acl: "authenticated-read" }, ["acl"]),
    ...onEach(rule.types, "a grant", { accessControlPolicy: { grants: [{ grantee: { uri: ALL } }] } }, [
      "accessControlPolicy.grants[0].grantee.uri",
    ]),
    ...onEach(rule.types, "a grant in the bucket", { grants: [{ uri: ALL }] }, ["grants[0].uri"]),
  ],
  unknown: [...onEach(rule.types, "unknown", { acl: UNKNOWN }, ["acl"])],
  malformed: [...onEach(rule.types, "no text", { acl: { public: true }, grants: "all" })],
};
