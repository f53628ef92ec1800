import type { Field } from "./values/field.ts";

/** A resource as the program declared it. */
export interface Resource {
  /** Pulumi type token, `kubernetes:apps/v1:Deployment`. */
  readonly type: string;
  /** Its name in the program. */
  readonly name: string;
  readonly urn?: string | undefined;
  /** Whether it may be deleted only after `pulumi state unprotect`; undefined where that is not told. */
  readonly protect?: boolean | undefined;
  readonly props: Field;
}
