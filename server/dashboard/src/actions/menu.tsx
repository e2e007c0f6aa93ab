// The menu of what can be asked of an interview now, and the dialog that asks why.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { lazy, Suspense, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Action } from "../client/types.gen";
import { actionWords, isGrave } from "../words/actions";

// Loaded when it is first wanted: the live page has a menu on each tile.
const ActionDialog = lazy(() => import("./dialog"));

interface ActionMenuProps {
  session: string;
  name: string;
  possible: readonly Action[];
  /** What covers the questions now. */
  blocks: readonly string[];
}

export function ActionMenu({ session, name, possible, blocks }: ActionMenuProps) {
  const [asking, setAsking] = useState<Action | null>(null);
  // A menu costs more than the rest of a tile: it is made when it is first opened.
  const [made, setMade] = useState(false);
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  if (possible.length === 0) return null;

  function make() {
    flushSync(() => setMade(true));
    // The button is another one now: the menu gives the keyboard back to where it was.
    target.current?.focus();
    setOpened(true);
  }

  return (
    <>
      {made ? (
        <Menu
          position="bottom-end"
          width={230}
          shadow="md"
          opened={opened}
          onChange={setOpened}
        >
          <Menu.Target>
            <Button ref={target} variant="default" size="xs" aria-label={t`Actions for ${name}`}>
              <Trans>Actions</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Items possible={possible} onAsk={setAsking} />
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button
          variant="default"
          size="xs"
          aria-label={t`Actions for ${name}`}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={make}
        >
          <Trans>Actions</Trans>
        </Button>
      )}
      <Suspense fallback={null}>
        {asking !== null && (
          <ActionDialog
            key={asking}
            session={session}
            name={name}
            action={asking}
            blocks={blocks}
            close={() => setAsking(null)}
          />
        )}
      </Suspense>
    </>
  );
}

interface ItemsProps {
  possible: readonly Action[];
  onAsk: (action: Action) => void;
}

function Items({ possible, onAsk }: ItemsProps) {
  const gentle = possible.filter((action) => !isGrave(action));
  const grave = possible.filter(isGrave);
  return (
    <>
      {gentle.map((action) => (
        <Menu.Item key={action} onClick={() => onAsk(action)}>
          {actionWords(action).menu}
        </Menu.Item>
      ))}
      {grave.length > 0 && <Menu.Divider />}
      {grave.map((action) => (
        <Menu.Item key={action} color="ember" onClick={() => onAsk(action)}>
          {actionWords(action).menu}
        </Menu.Item>
      ))}
    </>
  );
}
