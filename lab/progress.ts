/** One long step on its way. */
export interface Step {
  /** The step goes on under another label. */
  say(label: string): void;
  /** The step is over; the line stays, with the time it took. */
  end(label: string): void;
}

/** Where the lab says what it does: a line for each step, and signs of life from a long one. */
export interface Progress {
  step(label: string): Step;
  /** A line by itself. */
  note(text: string): void;
}

/** What progress is written to: a terminal's line can be rewritten, a log's cannot. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

const TERMINAL_BEAT = 1_000;
/** A pipeline's log stays readable, and its watchdog sees that something happens. */
const LOG_BEAT = 30_000;

/** Progress as lines on a stream, by default standard error, which leaves standard output to results. */
export function lineProgress(stream: ProgressStream = process.stderr): Progress {
  const [beat, clear, open] = stream.isTTY ? [TERMINAL_BEAT, "\r\u001B[2K", ""] : [LOG_BEAT, "", "\n"];
  return {
    note: (text) => void stream.write(`${clear}${text}\n`),
    step(first) {
      const began = Date.now();
      let label = first;
      const show = (suffix: string) => stream.write(`${clear}${label}${suffix}${open}`);
      const since = () => ` ${formatElapsed(Date.now() - began)}`;
      show("");
      const timer = setInterval(() => show(since()), beat);
      return {
        say(next) {
          label = next;
          if (stream.isTTY) show(since());
        },
        end(last) {
          clearInterval(timer);
          stream.write(`${clear}${last}${since()}\n`);
        },
      };
    },
  };
}

/** `3.2 s`, `48 s`, `4 min 26 s`: as exact as is worth reading. */
export function formatElapsed(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
