/**
 * What a person can act on: one sentence that names what is wrong and the way out. Shown without a stack trace; any
 * other error is a defect of the lab and keeps its trace.
 */
export class LabError extends Error {
  override readonly name = "LabError";
}
