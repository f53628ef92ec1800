import type { Progress } from "../../lab/progress.ts";
import { declaredResources } from "../../offline/recorder.ts";
import { parseStackFile } from "../../offline/stack-file.ts";
import { javascriptProgram, typescriptProgram } from "./programs.ts";
import { images, init, up, type Project } from "./project.ts";
import { ownProject, plainProject, stockProject, type Workbench } from "./projects.ts";
import { stackFile } from "./stack-file.ts";

/** What is compared, each in namespaces of its own. */
export interface Stacks {
  /** The dev stack as it is: its images are built. */
  dev: Project;
  /** The dev stack with ready-made images: Kubernetes objects only. */
  same: Project;
  /** The objects of `same` in Pulumi's template. */
  stock: Project;
  /** The objects of `same` in plain JavaScript. */
  plain: Project;
}

/**
 * Brings every stack up once, so that previews have nothing to change.
 *
 * @param created gets each project that is to be destroyed, also when a later one fails
 */
export async function bringUp(
  devStack: string,
  workbench: Workbench,
  progress: Progress,
  created: Project[],
): Promise<Stacks> {
  const create = async (project: Project, what: string) => {
    const step = progress.step(`Bringing up ${what}`);
    await init(project);
    created.push(project);
    await up(project);
    step.end(`Brought up ${what}`);
    return project;
  };
  const dev = await create(ownProject(workbench, "bench-dev", stackFile(devStack, "bench-dev")), "the dev stack");
  const readyMade = await images(dev);
  const sameFile = stackFile(devStack, "bench-same", readyMade);
  const same = await create(ownProject(workbench, "bench-same", sameFile), "the dev stack with ready-made images");

  const peerFile = parseStackFile(stackFile(devStack, "bench-peer", readyMade), "The stack file of the peers");
  const declared = await declaredResources("bench-peer", peerFile);
  const stock = await create(
    stockProject(workbench, "bench-peer", typescriptProgram(declared)),
    "the same objects by the stock template",
  );
  return { dev, same, stock, plain: plainProject(workbench, stock, javascriptProgram(declared)) };
}
