// The three states that every list and page has besides its content: loading, empty, failed.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { explain } from "../api/refusal";
import classes from "./states.module.css";

/** Placeholder rows; says "Loading" to a screen reader. */
export function Loading({ rows = 5, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Stack gap={10} role="status" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}

/** Nothing here yet, and what to do about it. */
export function Empty(props: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      <Title order={2}>{props.title}</Title>
      <Text c="dimmed" maw={460}>
        {props.children}
      </Text>
      {props.action}
    </div>
  );
}

/** The server's sentence, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { title, detail } = explain(error);
  return (
    <div className={classes.state} role="alert">
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw={460}>
        {detail}
      </Text>
      <Button variant="default" onClick={retry}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  );
}
