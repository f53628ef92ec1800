import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The suites of the monitoring come last: on a machine with nothing cached its programs are compiled beside the others,
 * which mostly wait (test/lab/setup.ts).
 */
export class MonitoringLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isMonitoring = ({ moduleId }: TestSpecification) => moduleId.includes("/test/lab/observability");
    return [...sorted.filter((file) => !isMonitoring(file)), ...sorted.filter(isMonitoring)];
  }
}
