// Which languages there are and which one a person gets: their own choice, else the first of their
// browser's that we have, else English. One rule: a language is named in itself.

/* eslint-disable lingui/no-unlocalized-strings -- names, the same in every language */
export const LANGUAGES = { en: "English", es: "Español", de: "Deutsch" } as const;
/* eslint-enable lingui/no-unlocalized-strings */
export type Language = keyof typeof LANGUAGES;

const KEPT = "invigil-language";

/** The language to speak: `kept` is the stored choice, `browser` its languages, best first. */
export function pick(kept: string | null, browser: readonly string[]): Language {
  for (const tag of [kept ?? "", ...browser]) {
    const main = tag.toLowerCase().split("-")[0] ?? "";
    if (isLanguage(main)) return main;
  }
  return "en";
}

/** What this person wants; a browser that keeps nothing still has languages. */
export function wanted(): Language {
  return pick(stored(), navigator.languages);
}

/** Keeps the choice and starts the page anew in it. */
export function choose(language: Language): void {
  localStorage.setItem(KEPT, language);
  window.location.reload();
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // storage is barred
  }
}

/** The locale for `Intl`: British dates in English; the browser's own region where it fits. */
export function spokenAs(language: Language): string {
  return language === "en" ? "en-GB" : language;
}

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}
