// The language that this page speaks. One rule: whatever has words imports `i18n` from here (the
// macros do it by themselves), so it starts only after its catalogue came; another language is
// another start of the page.
import { i18n, type Messages } from "@lingui/core";
import { type Language, spokenAs, wanted } from "./language";

interface Catalogue {
  first: () => Promise<{ messages: Messages }>;
  later: () => Promise<{ messages: Messages }>;
}

const CATALOGUES: Record<Language, Catalogue> = {
  en: { first: () => import("../catalogues/first/en.po"), later: () => import("../catalogues/later/en.po") },
  es: { first: () => import("../catalogues/first/es.po"), later: () => import("../catalogues/later/es.po") },
  de: { first: () => import("../catalogues/first/de.po"), later: () => import("../catalogues/later/de.po") },
};

/** What is spoken until the page starts anew; English where there is no page, as in a test. */
export const language: Language = typeof window === "undefined" ? "en" : wanted();

/** How `Intl` writes dates, numbers and lists here. */
export const locale = spokenAs(language);

i18n.loadAndActivate({ locale: language, messages: (await CATALOGUES[language].first()).messages });

let rest: Promise<void> | null = null;

/** Loads a page behind the first, and before it the words of all of those. */
export async function withWords<Page>(page: () => Promise<Page>): Promise<Page> {
  rest ??= CATALOGUES[language].later().then(({ messages }) => i18n.load(language, messages));
  try {
    await rest;
  } catch (error) {
    rest = null; // the next page asks again
    throw error;
  }
  return page();
}

export { i18n };
