import { ThresholdsConfigBuilder, ThresholdsMode, type Threshold } from "@grafana/grafana-foundation-sdk/dashboard";

/** Bad from above: green, then orange from `warn`, then red from `critical`. */
export function rising(warn: number, critical: number): ThresholdsConfigBuilder {
  return absolute([
    { value: null, color: "green" },
    { value: warn, color: "orange" },
    { value: critical, color: "red" },
  ]);
}

/** Bad from below: red, then orange from `critical`, then green from `fine`. */
export function falling(fine: number, critical: number): ThresholdsConfigBuilder {
  return absolute([
    { value: null, color: "red" },
    { value: critical, color: "orange" },
    { value: fine, color: "green" },
  ]);
}

/** One bound, above which it is bad. */
export function limit(critical: number): ThresholdsConfigBuilder {
  return absolute([
    { value: null, color: "green" },
    { value: critical, color: "red" },
  ]);
}

function absolute(steps: Threshold[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
