import { serve } from "../protocol/serve.ts";
import { configure, version } from "./preview.ts";

await serve({ name: "aws", version, configure });
