import { serve } from "../protocol/serve.ts";
import { kubernetes } from "./plugin.ts";

await serve(kubernetes);
