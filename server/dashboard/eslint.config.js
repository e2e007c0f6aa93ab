import js from "@eslint/js";
import lingui from "eslint-plugin-lingui";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "src/client", "node_modules"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  hooks.configs.flat.recommended,
  {
    files: ["scripts/*.mjs"],
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
  },
  {
    rules: {
      // Text from people is rendered as text, nowhere as markup.
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Render text." },
        // What no-unlocalized-strings lets pass: it takes Mantine's Select for its own, and titles for names.
        {
          selector: "JSXElement[openingElement.name.name='Select'] Literal[value=/^[A-Z][a-z]|[a-z0-9] [a-z]/]",
          message: "Wrap it with t``.",
        },
        { selector: "JSXAttribute[name.name='title'] > Literal[value=/^(?!Invigil$).*[A-Za-z]/]", message: "Wrap it with t``." },
      ],
      eqeqeq: "error",
      "no-irregular-whitespace": ["error", { skipTemplates: true }], // "95 %" does not break
    },
  },
  {
    // Whatever people read has a translation. Types tell names from texts: what may only be one of
    // a few strings is a name; so is a single word in small letters, and what stands below.
    files: ["src/**/*.ts", "src/**/*.tsx"],
    ignores: ["src/**/*.test.ts", "src/reference/**", "src/theme/**"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { lingui },
    rules: {
      "lingui/no-single-tag-to-translate": "error",
      "lingui/no-trans-inside-trans": "error",
      "lingui/no-unlocalized-strings": [
        "error",
        {
          useTsTypes: true,
          ignore: [
            "^[a-z0-9_.:/?#=&%,()+*-]*$",
            "^(Invigil|UTC|GET|POST|PUT|PATCH|DELETE|en-GB|[A-Z][a-z]+-[A-Z][a-z]+)$",
            "^(C|C\\+\\+|Go|SQL|Python|Java|JavaScript|CSV|JSON)$", // named so in every language
            "^T\\d\\d:\\d\\d|^:00Z$", // the end of an instant
            "^(Refusal|Unreachable|GivenUp)$", // of errors
            "^1 1 \\d+px$",
          ],
          ignoreNames: ["className", "classNames", "style", "styles", "flex", "d", "viewBox", "transform"],
          ignoreFunctions: [
            "*.has", "*.includes", "*.startsWith", "*.endsWith", "*.addEventListener",
            "*.removeEventListener", "*.getItem", "*.setItem", "*.split", "*.replaceAll", "*.replace",
            "*.join", "Intl.*", "*.get", "*.set", "*.append", "*.delete", "*.querySelector", "*.closest", "URL", "Error",
          ],
        },
      ],
    },
  },
);
