// Answers that a second person reads. One rule: whoever may still read one is shown no points of it.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { getSecondReading, giveSecondPoints, listSecondReadings } from "../../client/sdk.gen";
import type { SecondReadingItem } from "../../client/types.gen";
import { Empty, Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import classes from "./page.module.css";
import { standingWords } from "./words";

const asked = { throwOnError: true } as const;

export function useSecondReadings() {
  return useQuery({
    queryKey: [...keys.reviews, "second"],
    queryFn: async ({ signal }) => (await listSecondReadings({ signal, ...asked })).data.items,
  });
}

export function SecondReadings() {
  const readings = useSecondReadings();
  if (readings.isPending) return <Loading rows={3} height={80} />;
  if (readings.isError) {
    return <Failed error={readings.error} retry={() => void readings.refetch()} />;
  }
  if (readings.data.length === 0) {
    return (
      <Empty title={t`No second reading`}>
        <Trans>Whoever has scored an answer can have it read by somebody else: on the interview’s page, below
        the score.</Trans>
      </Empty>
    );
  }
  return (
    <ol className={classes.list} aria-label={t`Second readings`}>
      {readings.data.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ol>
  );
}

function Item({ item }: { item: SecondReadingItem }) {
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.item} data-calls={item.standing === "differs" || undefined}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text size="sm" c="dimmed">
            <Trans>{item.title} · Question {item.position}</Trans>
          </Text>
          <p className={classes.prompt}>{item.prompt}</p>
          <Text size="sm">{standingWords(item)}.</Text>
          {item.second_reason !== "" && (
            <Text size="sm" c="dimmed">
              <Trans>The second reader: {item.second_reason}</Trans>
            </Text>
          )}
        </div>
        {item.may_read ? (
          <Button
            size="xs"
            flex="none"
            variant={open ? "default" : "light"}
            aria-expanded={open}
            aria-label={t`${open ? t`Close` : t`Read`} question ${item.position} of ${item.title}`}
            onClick={() => setOpen(!open)}
          >
            {open ? t`Close` : t`Read it`}
          </Button>
        ) : (
          item.interview !== null && (
            <Anchor size="sm" component={Link} to={`/interviews/${item.interview}`}>
              <Trans>The interview</Trans>
            </Anchor>
          )
        )}
      </Group>
      {open && item.may_read && <Blind item={item} />}
    </li>
  );
}

function Blind({ item }: { item: SecondReadingItem }) {
  const found = useQuery({
    queryKey: [...keys.reviews, "second", item.id],
    queryFn: async ({ signal }) =>
      (await getSecondReading({ path: { reading: item.id }, signal, ...asked })).data,
  });
  if (found.isPending) return <Loading rows={2} height={60} />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const answer = found.data;
  return (
    <Stack gap="md" mt="md" className={classes.opened}>
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          <Trans>The answer</Trans>
        </Text>
        {answer.text.trim() === "" ? (
          <Text fs="italic">{answer.missing || t`There is nothing to read.`}</Text>
        ) : (
          <div className={classes.answer} data-code={answer.kind === "coding" || undefined}>
            {answer.text}
          </div>
        )}
      </div>
      {(answer.key_points.length > 0 || answer.rubric.length > 0) && (
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            <Trans>What a good answer says</Trans>
          </Text>
          <ul className={classes.points}>
            {answer.key_points.map(({ text, weight = 1 }) => (
              <li key={text}>
                {text} <span className={classes.weight}>× {weight}</span>
              </li>
            ))}
            {answer.rubric.map(({ name, levels }) => (
              <li key={name}>
                {name}: {levels[levels.length - 1]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Points item={item} />
    </Stack>
  );
}

function Points({ item }: { item: SecondReadingItem }) {
  const queries = useQueryClient();
  const [points, setPoints] = useState<number | string>("");
  const [reason, setReason] = useState("");
  const give = useMutation({
    mutationFn: () =>
      giveSecondPoints({
        ...asked,
        path: { reading: item.id },
        body: { points: Number(points), reason: reason.trim() },
      }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries({ queryKey: keys.reviews });
      tellDone(`${standingWords(data)}.`);
    },
    onError: tellFailed,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    give.mutate();
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-start" gap="md">
        <NumberInput
          label={t`Points of ${item.max_marks}`}
          w={140}
          min={0}
          max={item.max_marks}
          step={0.5}
          decimalScale={2}
          clampBehavior="strict"
          value={points}
          onChange={setPoints}
        />
        <Textarea
          label={t`Reason`}
          flex="1 1 260px"
          autosize
          minRows={1}
          maxLength={2000}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Group>
      <Button
        type="submit"
        size="xs"
        mt="sm"
        loading={give.isPending}
        disabled={points === "" || reason.trim().length < 3}
      >
        <Trans>Give these points</Trans>
      </Button>
    </form>
  );
}
