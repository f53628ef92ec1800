import { defineConfig } from "vitest/config";
import { MonitoringLast } from "./test/lab/sequence.ts";

export default defineConfig({
  test: {
    sequence: { sequencer: MonitoringLast },
    projects: [
      // Some start a process or compile a small Go program, and the machine may be busy.
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          globalSetup: "test/temporary.ts",
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "policies",
          include: ["test/policies/**/*.test.ts"],
          globalSetup: "test/temporary.ts",
          // The first run compiles Pod Security admission itself, to be compared with it.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "lab",
          include: ["test/lab/**/*.test.ts"],
          globalSetup: ["test/lab/setup.ts", "test/temporary.ts"],
          setupFiles: "test/lab/environment.ts",
          // One machine has one lab, and each suite waits for real rollouts.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
