import { expect, test } from "vitest";
import { table } from "../../../policies/rules/index.ts";
import { caseFiles } from "../case-files.ts";

/** Classes of @pulumi/aws by module, as 6.83.4 and 7.48.0 spell them. Those of S3 with V2 are of major 6, which 7 still knows. */
const CLASSES: Readonly<Record<string, string>> = {
  ec2: "LaunchTemplate",
  ecr: "LifecyclePolicy Repository RepositoryPolicy",
  eks: "Cluster NodeGroup",
  iam: "AccessKey GroupPolicy GroupPolicyAttachment Policy PolicyAttachment Role RolePolicy RolePolicyAttachment UserPolicy UserPolicyAttachment",
  kms: "ExternalKey Key KeyPolicy ReplicaKey",
  s3: "Bucket BucketV2 BucketAcl BucketAclV2 BucketLifecycleConfiguration BucketLifecycleConfigurationV2 BucketLogging BucketLoggingV2 BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketServerSideEncryptionConfiguration BucketServerSideEncryptionConfigurationV2 BucketVersioning BucketVersioningV2",
  secretsmanager: "Secret SecretPolicy SecretRotation SecretVersion",
};

const tokens = new Set(
  Object.entries(CLASSES).flatMap(([module, classes]) =>
    classes.split(" ").map((name) => `aws:${module}/${name[0]?.toLowerCase()}${name.slice(1)}:${name}`),
  ),
);

test("rules and their cases name types that the AWS provider has, and all that are listed here", () => {
  const ofRules = table.flatMap((rule) => ("types" in rule ? rule.types : []));
  const ofCases = [...caseFiles.values()].flatMap(({ compliant, violating, unknown, malformed }) =>
    [compliant, violating, unknown, malformed].flat().flatMap(({ given }) => [given].flat().map(({ type }) => type)),
  );
  const used = new Set([...ofRules, ...ofCases].filter((type) => type.startsWith("aws:")));
  expect([...used].sort()).toEqual([...tokens].sort());
});
