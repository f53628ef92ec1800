import { RunError } from "@pulumi/pulumi/errors.js";

/**
 * Ends the program when there are problems, all of them in one error that Pulumi prints without a stack trace.
 *
 * @param subject what they are about, such as `service orders`
 * @throws RunError with a line for each problem
 */
export function refuse(subject: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new RunError(problems.map((problem) => `${subject}: ${problem}`).join("\n"));
}
