// The head of a page: its title (also the window's), one line of context, its actions.
import { t } from "@lingui/core/macro";
import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./page.module.css";

interface PageProps {
  title: string;
  lead?: ReactNode;
  above?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, lead, above, actions, narrow = false, children }: PageProps) {
  useEffect(() => {
    document.title = t`${title} · Invigil`;
  }, [title]);
  return (
    <div className={narrow ? `${classes.page} ${classes.narrow}` : classes.page}>
      <header className={classes.head}>
        <div className={classes.words}>
          {above}
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" component="div" mt={6}>
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </header>
      {children}
    </div>
  );
}
