// What candidates object to, and the answers they read. One rule: an objection changes nothing by
// itself; a person reads it and writes back.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { answerAppeal, listAppeals } from "../../client/sdk.gen";
import type { AppealItem } from "../../client/types.gen";
import { useNow } from "../../parts/now";
import { Empty, Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { ago } from "../../words/time";
import classes from "./page.module.css";

const asked = { throwOnError: true } as const;

export function useAppeals() {
  return useQuery({
    queryKey: [...keys.reviews, "appeals"],
    queryFn: async ({ signal }) => (await listAppeals({ signal, ...asked })).data.items,
  });
}

export function Appeals() {
  const appeals = useAppeals();
  if (appeals.isPending) return <Loading rows={3} height={80} />;
  if (appeals.isError) return <Failed error={appeals.error} retry={() => void appeals.refetch()} />;
  if (appeals.data.length === 0) {
    return (
      <Empty title={t`No appeal`}>
        <Trans>Candidates can write here after you have released something to them.</Trans>
      </Empty>
    );
  }
  return (
    <ol className={classes.list} aria-label={t`Appeals`}>
      {appeals.data.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ol>
  );
}

function Item({ item }: { item: AppealItem }) {
  const now = useNow(60_000);
  const queries = useQueryClient();
  const [words, setWords] = useState("");
  const answer = useMutation({
    mutationFn: () =>
      answerAppeal({ ...asked, path: { appeal: item.id }, body: { answer: words.trim() } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.reviews });
      tellDone(t`The candidate reads your answer on their page.`);
    },
    onError: tellFailed,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    answer.mutate();
  }
  const open = item.answered_at === null;
  return (
    <li className={classes.item} data-calls={open || undefined}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            <Trans>{item.title} · written {ago(item.made_at, now)}</Trans>
          </Text>
          <Anchor size="sm" component={Link} to={`/interviews/${item.interview}`}>
            <Trans>The interview</Trans>
          </Anchor>
        </Group>
        <p className={classes.said}>{item.text}</p>
        {item.answered_at !== null ? (
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Answered {ago(item.answered_at, now)}</Trans>
            </Text>
            <p className={classes.said}>{item.answer}</p>
          </div>
        ) : (
          <form onSubmit={submit}>
            {item.scored_by_me && (
              <Text size="sm" mb="xs">
                <Trans>You gave points in this interview. Where there is somebody else, let them answer.</Trans>
              </Text>
            )}
            <Textarea
              label={t`Your answer`}
              description={t`The candidate reads it word for word.`}
              autosize
              minRows={3}
              maxLength={5000}
              required
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="xs"
              mt="sm"
              loading={answer.isPending}
              disabled={words.trim().length < 10}
            >
              <Trans>Send the answer</Trans>
            </Button>
          </form>
        )}
      </Stack>
    </li>
  );
}
