// Which languages there are and where their words lie. English is written in the code; `npm run
// words` carries it into the catalogues, and `npm run lint` says what they lack. One rule: `first` is
// all that the first page may say, `later` is loaded before any other page (catalogues.test.ts).
import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

const SRC = "<rootDir>/src";
const TESTS = ["**/*.test.*"];

export const FIRST = [
  "actions",
  "api",
  "frame",
  "parts",
  "pages/live",
  "pages/signin",
  "pages/lost.tsx",
  ...["actions", "build", "looks", "mail", "readiness", "requests", "signals", "status", "time"].map(
    (name) => `words/${name}.ts`,
  ),
];

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "de"],
  fallbackLocales: { default: "en" },
  catalogs: [
    { path: `${SRC}/catalogues/first/{locale}`, include: FIRST.map((path) => `${SRC}/${path}`), exclude: TESTS },
    {
      path: `${SRC}/catalogues/later/{locale}`,
      include: [`${SRC}/pages`, `${SRC}/words`],
      exclude: [...TESTS, ...FIRST.map((path) => (path.includes(".") ? `${SRC}/${path}` : `${SRC}/${path}/**`))],
    },
  ],
  // Neither places nor code in the comments: a change beside the words would change every catalogue.
  format: formatter({ origins: false, printPlaceholdersInComments: false }),
  orderBy: "message",
  // Our own module, so that nothing with words in it starts before the catalogue is there.
  runtimeConfigModule: { i18n: ["#spoken", "i18n"] },
});
