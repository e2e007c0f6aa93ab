// A label within a sentence. One rule: German writes its nouns large wherever they stand.
import { locale } from "#spoken";

/** `Ended early` as `ended early`. */
export function inSentence(label: string): string {
  return locale.startsWith("de") ? label : label.toLocaleLowerCase(locale);
}
