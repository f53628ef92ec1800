import { joined, goPanic, LONGEST, matches, privateKey } from "./multiline.ts";
import type { Settings } from "./settings.ts";
import type { Source } from "./sources.ts";

/**
 * What becomes of a line of a file: the runtime's own time and the pod, known from the path; the parts of a long line put
 * together, and lines that belong together; fields, where the line is a JSON object.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/pkg/stanza/docs/operators
 */
const operators: Settings[] = [
  { type: "container", id: "container", max_log_size: LONGEST },
  joined(goPanic),
  joined(privateKey),
  // Numbers as they are: an id of 18 digits does not survive as floating point.
  {
    type: "json_parser",
    id: "json",
    if: matches("^\\s*\\{"),
    parse_to: "body",
    parse_ints: true,
    on_error: "send_quiet",
  },
];

/**
 * Reads the files of a source, each from its beginning, and goes on where it stopped. It stops for good when nothing takes
 * what it has read, and holds up no other reader then.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/filelogreceiver
 */
export function receiver({ include, exclude }: Source): Settings {
  return {
    include,
    exclude,
    start_at: "beginning",
    include_file_path: true,
    include_file_name: false,
    poll_interval: "500ms",
    storage: STORAGE,
    retry_on_failure: { enabled: true, initial_interval: "500ms", max_interval: "5s", max_elapsed_time: "0s" },
    operators,
  };
}

/** The extension that keeps positions and queues. */
export const STORAGE = "file_storage";
