// What waits for a person: machine scores worth a look first, second readings, appeals. One rule:
// a score is decided beside the words that it rests on.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Badge, Button, Group, Stack, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { getResult, listReviews } from "../../client/sdk.gen";
import type { ReviewItem } from "../../client/types.gen";
import { reasonWords } from "../../words/reasons";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { OneAnswer } from "../review/answers";
import { Appeals, useAppeals } from "./appeals";
import classes from "./page.module.css";
import { SecondReadings, useSecondReadings } from "./second";
import { graderWords, proposed } from "./words";

const asked = { throwOnError: true } as const;

export function Component() {
  const queue = useQuery({
    queryKey: [...keys.reviews, "queue"],
    queryFn: async ({ signal }) => (await listReviews({ signal, ...asked })).data,
  });
  const readings = useSecondReadings();
  const appeals = useAppeals();
  const toRead = readings.data?.filter((one) => one.may_read || one.standing === "differs").length;
  const toAnswer = appeals.data?.filter((one) => one.answered_at === null).length;
  return (
    <Page
      title={t`Reviews`}
      narrow
      lead={t`Where a look tells most comes first. Nobody’s name is in this list.`}
    >
      <Tabs defaultValue="queue" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="queue" rightSection={<Count of={queue.data?.waiting} />}>
            <Trans>Scores to settle</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="second" rightSection={<Count of={toRead} />}>
            <Trans>Second readings</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="appeals" rightSection={<Count of={toAnswer} />}>
            <Trans>Appeals</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="queue">
          {queue.isPending && <Loading rows={4} height={90} />}
          {queue.isError && <Failed error={queue.error} retry={() => void queue.refetch()} />}
          {queue.isSuccess && queue.data.items.length === 0 && (
            <Empty title={t`Nothing waits`}>
              <Trans>Every score has been settled by a person. New ones appear when answers come in.</Trans>
            </Empty>
          )}
          {queue.isSuccess && (
            <ol className={classes.list} aria-label={t`Scores to settle`}>
              {queue.data.items.map((item) => (
                <QueueItem key={`${item.interview} ${item.question}`} item={item} />
              ))}
            </ol>
          )}
          {queue.isSuccess && queue.data.waiting > queue.data.items.length && (
            <Text size="sm" c="dimmed" mt="md">
              <Trans>{queue.data.waiting - queue.data.items.length} more wait; they appear as these are
              settled.</Trans>
            </Text>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="second">
          <SecondReadings />
        </Tabs.Panel>
        <Tabs.Panel value="appeals">
          <Appeals />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Count({ of }: { of: number | undefined }) {
  return of === undefined || of === 0 ? null : (
    <Badge size="sm" variant="light" color="slate" circle={of < 10}>
      {of}
    </Badge>
  );
}

function QueueItem({ item }: { item: ReviewItem }) {
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.item}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text size="sm" c="dimmed">
            <Trans>{item.title} · Question {item.position} · {graderWords(item.grader)}</Trans>
          </Text>
          <p className={classes.prompt}>{item.prompt}</p>
          <Text size="sm">
            {proposed(item)}.{" "}
            <Text span c="dimmed">
              {reasonWords(item.reason)}
            </Text>
          </Text>
        </div>
        <Button
          size="xs"
          flex="none"
          variant={open ? "default" : "light"}
          aria-expanded={open}
          aria-label={t`${open ? t`Close` : t`Look at`} question ${item.position} of ${item.title}`}
          onClick={() => setOpen(!open)}
        >
          {open ? t`Close` : t`Look`}
        </Button>
      </Group>
      {open && <Opened item={item} />}
    </li>
  );
}

function Opened({ item }: { item: ReviewItem }) {
  const result = useQuery({
    queryKey: keys.result(item.interview),
    queryFn: async ({ signal }) =>
      (await getResult({ path: { id: item.interview }, signal, ...asked })).data,
  });
  if (result.isPending) return <Loading rows={2} height={60} />;
  if (result.isError) return <Failed error={result.error} retry={() => void result.refetch()} />;
  const answer = result.data.answers.find((each) => each.question.id === item.question);
  if (answer === undefined) return null;
  return (
    <Stack gap="sm" mt="md" className={classes.opened}>
      <OneAnswer session={item.interview} answer={answer} />
      <Anchor size="sm" component={Link} to={`/interviews/${item.interview}`}>
        <Trans>The whole interview</Trans>
      </Anchor>
    </Stack>
  );
}
