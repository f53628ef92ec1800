import { s3 } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

const PUBLIC = ["public-read", "public-read-write", "authenticated-read"];
const EVERYBODY = ["AllUsers", "AuthenticatedUsers"].map((group) => `http://acs.amazonaws.com/groups/global/${group}`);

/** Canned ACLs that open a bucket, and grants to the groups of everybody. */
export const rule: TypeRule = {
  name: "bucket-no-public-acl",
  description: "No ACL may open a bucket to everybody.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_20, CKV_AWS_57, CKV_AWS_375"),
  remediation: "Set the ACL to private, or leave it out.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
  types: [...s3("Bucket"), ...s3("BucketAcl")],
  checkResource({ props }, require) {
    const acl = props.at("acl");
    require(not(acl.isOneOf(PUBLIC)), acl, "must not be public: everybody reads what is in it; leave it private");
    const grants = [...props.at("grants").items(), ...props.at("accessControlPolicy", "grants").items()];
    for (const uri of grants.flatMap((grant) => [grant.at("uri"), grant.at("grantee", "uri")])) {
      require(not(uri.isOneOf(EVERYBODY)), uri, "must not be the group of everybody; name accounts in a policy");
    }
  },
};
