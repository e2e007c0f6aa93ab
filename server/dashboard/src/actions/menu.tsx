// The menu of what can be asked of an interview now, and the dialog that asks why.
import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import type { Action } from "../client/types.gen";
import { actionWords, isGrave } from "../words/actions";
import { ActionDialog } from "./dialog";

interface ActionMenuProps {
  session: string;
  name: string;
  possible: readonly Action[];
  /** What covers the questions now. */
  blocks: readonly string[];
}

export function ActionMenu({ session, name, possible, blocks }: ActionMenuProps) {
  const [asking, setAsking] = useState<Action | null>(null);
  const gentle = possible.filter((action) => !isGrave(action));
  const grave = possible.filter(isGrave);
  if (possible.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" width={230} shadow="md">
        <Menu.Target>
          <Button variant="default" size="xs" aria-label={`Actions for ${name}`}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {gentle.map((action) => (
            <Menu.Item key={action} onClick={() => setAsking(action)}>
              {actionWords(action).menu}
            </Menu.Item>
          ))}
          {grave.length > 0 && <Menu.Divider />}
          {grave.map((action) => (
            <Menu.Item key={action} color="ember" onClick={() => setAsking(action)}>
              {actionWords(action).menu}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
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
    </>
  );
}
