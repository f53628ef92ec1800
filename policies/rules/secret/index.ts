import type { Rule } from "../../rule.ts";
import { rule as secretAnnotationLiteral } from "./secret-annotation-literal.ts";
import { rule as secretArgumentLiteral } from "./secret-argument-literal.ts";
import { rule as secretConfigMapLiteral } from "./secret-config-map-literal.ts";
import { rule as secretEnvLiteral } from "./secret-env-literal.ts";
import { rule as secretEnvReference } from "./secret-env-reference.ts";
import { rule as secretLiteralData } from "./secret-literal-data.ts";
import { rule as secretNoServiceAccountToken } from "./secret-no-service-account-token.ts";
import { rule as secretRotation } from "./secret-rotation.ts";

export const secret: readonly Rule[] = [
  secretEnvLiteral,
  secretArgumentLiteral,
  secretConfigMapLiteral,
  secretAnnotationLiteral,
  secretLiteralData,
  secretNoServiceAccountToken,
  secretEnvReference,
  secretRotation,
];
