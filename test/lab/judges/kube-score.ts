import { execa } from "execa";
import { lineProgress } from "../../../lab/progress.ts";
import { ensureTools } from "../../../lab/tools/ensure.ts";

/** Something that kube-score does not like. */
export interface Complaint {
  check: string;
  /** `Deployment/orders`. */
  object: string;
  comments: string[];
}

/** As much of its report as is read here. */
interface Scored {
  type_meta: { kind: string };
  object_meta: { name: string };
  checks: {
    check: { id: string };
    grade: number;
    skipped: boolean;
    comments: { path: string; summary: string }[] | null;
  }[];
}

/** The best grade: everything below is a complaint. */
const PERFECT = 10;

/**
 * Every test that kube-score has, the optional ones too, on manifests that it sees all at once.
 * @see https://github.com/zegl/kube-score/blob/master/README_CHECKS.md
 */
export async function kubeScore(files: readonly string[]): Promise<Complaint[]> {
  const program = (await ensureTools(["judges"], lineProgress())).bin("kube-score");
  const options = ["--all-default-optional", "--kubernetes-version=v1.36", "--output-format=json"];
  const { stdout } = await execa(program, ["score", ...options, ...files], { reject: false });
  return (JSON.parse(stdout) as Scored[]).flatMap(({ type_meta, object_meta, checks }) =>
    checks
      .filter(({ grade, skipped }) => !skipped && grade < PERFECT)
      .map(({ check, comments }) => ({
        check: check.id,
        object: `${type_meta.kind}/${object_meta.name}`,
        comments: (comments ?? []).map(({ path, summary }) => `${path}: ${summary}`),
      })),
  );
}
