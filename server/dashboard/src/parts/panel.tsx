// A quiet sheet of paper with an optional title: what most pages are made of.
import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./panel.module.css";

interface PanelProps {
  title?: string;
  note?: ReactNode;
  aside?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

export function Panel({ title, note, aside, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className={classes.head}>
          <div>
            <Title order={2} id={id}>
              {title}
            </Title>
            {note !== undefined && (
              <Text size="sm" c="dimmed" mt={2} component="div">
                {note}
              </Text>
            )}
          </div>
          {aside !== undefined && <Group gap="sm">{aside}</Group>}
        </header>
      )}
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
