// Choosing the language. One rule: each stands under its own name, marked as being in it, so that
// whoever landed in a wrong one finds the way back.
import { t } from "@lingui/core/macro";
import { Button, Menu } from "@mantine/core";
import { language } from "#spoken";
import { choose, isLanguage, LANGUAGES } from "../words/language";

/** The languages as lines of an open menu. */
export function LanguageItems() {
  return Object.entries(LANGUAGES).map(([tag, name]) => (
    <Menu.Item
      key={tag}
      lang={tag}
      aria-current={tag === language || undefined}
      rightSection={tag === language ? <span aria-hidden="true">✓</span> : null}
      onClick={() => isLanguage(tag) && tag !== language && choose(tag)}
    >
      {name}
    </Menu.Item>
  ));
}

/** The same as a menu of its own, where nobody is signed in. */
export function LanguageMenu() {
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <Button variant="subtle" color="slate" size="compact-md" aria-label={t`Language: ${LANGUAGES[language]}`}>
          {LANGUAGES[language]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}
