import { rule } from "../../../../policies/rules/bucket/bucket-tls-only.ts";
import { resource, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => resource(type, props, "data");
const beside = (props: object, type = "aws:s3/bucketPolicy:BucketPolicy") =>
  resource(type, { bucket: "data", ...props }, "beside");
const deny = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const good = { policy: JSON.stringify({ Statement: [deny] }) };

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "beside it", given: [bucket(), beside(good)] },
    { it: "by its own name", given: [bucket({ bucket: "acme-data" }), beside({ ...good, bucket: "acme-data" })] },
    {
      it: "of the provider's older major",
      given: [bucket({}, "aws:s3/bucketV2:BucketV2"), beside(good, "aws:s3/bucketPolicy:BucketPolicy")],
    },
  ],
  violating: [
    { it: "none", given: bucket(), finds: [""] },
    { it: "of another bucket", given: [bucket(), beside({ ...good, bucket: "logs" })], finds: ["data: "] },
    {
      it: "another action",
      given: [bucket(), beside({ policy: JSON.stringify({ Statement: [{ ...deny, Action: "s3:GetObject" }] }) })],
      finds: ["data: "],
    },
    {
      it: "without the condition",
      given: [bucket(), beside({ policy: JSON.stringify({ Statement: [{ ...deny, Condition: {} }] }) })],
      finds: ["data: "],
    },
    {
      it: "for one role",
      given: [bucket(), beside({ policy: JSON.stringify({ Statement: [{ ...deny, Principal: { AWS: "arn:1" } }] }) })],
      finds: ["data: "],
    },
  ],
  unknown: [{ it: "of an unknown bucket", given: [bucket(), beside({ ...good, bucket: UNKNOWN })], finds: ["data: "] }],
  malformed: [{ it: "of nonsense", given: [bucket(), beside({ ...good, bucket: { id: "data" } })], finds: ["data: "] }],
};
