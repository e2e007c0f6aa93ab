// Numbers and lists as people write them in their language; English groups no thousands here.
import { locale } from "#spoken";

/** `value` with exactly `digits` after the point, or the comma. */
export function decimal(value: number, digits: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(value);
}

/** `value` with at most `digits`. */
export function upTo(value: number, digits: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: false }).format(value);
}

/** `a, b, c`: the same weight to each, as in a cell. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(locale, { style: "short", type: "unit" }).format(items);
}
