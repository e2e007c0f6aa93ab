// The score of one answer: what the machine proposes and why, and what a person decided.
// One rule: a machine's figure is never shown without the word provisional.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { askSecondReading, changeResult } from "../../client/sdk.gen";
import { tellDone, tellFailed } from "../../parts/tell";
import { reasonWords } from "../../words/reasons";
import { pointsWords } from "../../words/status";
import { ago } from "../../words/time";
import { useNow } from "../../parts/now";
import { type Answer, byPerson, currentScore, findings } from "./review";
import classes from "./score.module.css";

export function ScoreBlock({ session, answer }: { session: string; answer: Answer }) {
  const [open, setOpen] = useState(false);
  const now = useNow(60_000);
  const score = currentScore(answer);
  const person = score !== null && byPerson(score);
  const found = findings(answer);
  const earlier = answer.scores.filter((each) => each.id !== score?.id);
  return (
    <aside className={classes.score} aria-label={t`Score of question ${answer.question.position}`}>
      <Text size="sm" c="dimmed">
        {person ? t`Decided by a person` : provisional(score)}
      </Text>
      <p className={classes.figure}>
        {score === null ? (
          "–"
        ) : score.points === null ? (
          <span className={classes.open}><Trans>For a person</Trans></span>
        ) : (
          <>
            {pointsWords(score.points)}
            <span className={classes.of}><Trans> of {answer.question.marks}</Trans></span>
          </>
        )}
      </p>
      {score === null ? (
        <Text size="sm" c="dimmed">
          {answer.withheld
            ? t`Its points are kept from you until you have read it yourself, under Reviews.`
            : t`Not scored yet.`}
        </Text>
      ) : (
        score.reason !== "" && (
          <Text size="sm" c="dimmed" className={classes.reason}>
            {reasonWords(score.reason)}
          </Text>
        )
      )}
      {found.length > 0 && (
        <ul className={classes.points}>
          {found.map((point, index) => (
            <li key={index} data-found={point.found || undefined}>
              <span className={classes.sign} aria-hidden="true">
                {point.found ? "✓" : "–"}
              </span>
              <span>
                {point.key_point}
                <span className="hidden-text">{point.found ? t`, found` : t`, not found`}</span>
                {point.found && point.quote !== "" && (
                  <q className={classes.quote}>{point.quote}</q>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <Override session={session} answer={answer} onClose={() => setOpen(false)} />
      ) : (
        <Group gap="xs" mt={4}>
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {person ? t`Change the score` : t`Override the score`}
          </Button>
          {person && <SecondReader session={session} question={answer.question.id} />}
        </Group>
      )}
      {earlier.length > 0 && (
        <details className={classes.history}>
          <summary>
            {plural(earlier.length, { one: "# earlier score", other: "# earlier scores" })}
          </summary>
          <ul>
            {earlier.map((each, index) => (
              <li key={index}>
                {each.points === null ? t`for a person` : pointsWords(each.points)} ·{" "}
                {byPerson(each) ? t`a person` : `${each.grader} ${each.grader_version}`} ·{" "}
                {ago(each.created_at, now)}
                {each.reason !== "" && <span className={classes.reason}> · {reasonWords(each.reason)}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

/** What a machine's figure is called: one that nothing stands behind says so. */
function provisional(score: ReturnType<typeof currentScore>): string {
  return score?.calibration === "none"
    ? t`Provisional and not calibrated, for review`
    : t`Provisional, for review`;
}

/** Has somebody else read it who does not know these points. */
function SecondReader({ session, question }: { session: string; question: string }) {
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      askSecondReading({ path: { id: session }, body: { question }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.reviews });
      tellDone(t`Somebody else reads it now, without these points. You see both under Reviews.`);
    },
    onError: tellFailed,
  });
  return (
    <Button
      size="xs"
      variant="subtle"
      color="slate"
      loading={ask.isPending}
      disabled={ask.isSuccess}
      onClick={() => ask.mutate()}
    >
      <Trans>Ask for a second reader</Trans>
    </Button>
  );
}

interface OverrideProps {
  session: string;
  answer: Answer;
  onClose: () => void;
}

function Override({ session, answer, onClose }: OverrideProps) {
  const queries = useQueryClient();
  const [given, setGiven] = useState<number | string>(currentScore(answer)?.points ?? "");
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: () =>
      changeResult({
        path: { id: session },
        body: {
          overrides: [
            { question: answer.question.id, points: Number(given), reason: reason.trim() },
          ],
        },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.results });
      await queries.invalidateQueries({ queryKey: keys.reviews });
      onClose();
      tellDone(t`The score is saved, with your reason.`);
    },
    onError: tellFailed,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <form onSubmit={submit} className={classes.override}>
      <Stack gap="sm">
        <NumberInput
          label={t`Points of ${answer.question.marks}`}
          min={0}
          max={answer.question.marks}
          step={0.5}
          decimalScale={2}
          clampBehavior="strict"
          value={given}
          onChange={setGiven}
          autoFocus
        />
        <Textarea
          label={t`Reason`}
          description={t`Kept beside the score.`}
          autosize
          minRows={2}
          maxLength={2000}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            loading={save.isPending}
            disabled={given === "" || reason.trim().length < 3}
          >
            <Trans>Save</Trans>
          </Button>
          <Button size="xs" variant="subtle" color="slate" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
