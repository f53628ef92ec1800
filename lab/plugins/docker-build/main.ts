import type { Operations } from "../protocol/plugin.ts";
import { serve } from "../protocol/serve.ts";
import { image } from "./image.ts";

/** The provider's other resource joins images of several builders into one; BuildKit builds all platforms itself. */
function onlyImage(type: string): void {
  if (type === "docker-build:index:Image") return;
  throw new Error(
    `the lab's docker-build stand-in has no ${type}; install the official plugin: pulumi plugin install resource docker-build`,
  );
}

await serve({
  name: "docker-build",
  version: "0.0.22",
  configure: (): Operations => ({
    ...image,
    check: (request) => {
      onlyImage(request.type);
      return image.check!(request);
    },
  }),
});
