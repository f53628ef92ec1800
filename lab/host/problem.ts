/** Something the machine lacks, as a row of `make doctor`. */
export interface Problem {
  /** One clause: what is missing. */
  what: string;
  /** The command, or the step, that puts it right. */
  fix: string;
}
