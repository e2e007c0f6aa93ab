// Figures of agreement in words. One rule: a figure is never shown without its interval, if it has
// one, and what cannot be computed is said to be unknown.
import type { BandView, FigureView } from "../../client/types.gen";

export function figure({ value, low, high }: FigureView, digits = 2): string {
  if (value === null) return "unknown";
  const own = value.toFixed(digits);
  return low === null || high === null
    ? own
    : `${own} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** Too generous or too strict, among answers that people gave about as much. */
export function band({ bias, n }: BandView): string {
  if (bias === null) return "no answer";
  const by = percent(Math.abs(bias));
  const way = Math.abs(bias) < 0.005 ? "as people" : bias > 0 ? `${by} too much` : `${by} too little`;
  return `${way} (${n})`;
}
