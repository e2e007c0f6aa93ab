// Each question with what the candidate gave: text, code, recording, transcript, and the score
// beside the words it rests on.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Badge, Group, Stack, Text, Title } from "@mantine/core";
import { Panel } from "../../parts/panel";
import { clock } from "../../words/time";
import { marked, type Quote } from "../../words/highlight";
import classes from "./answers.module.css";
import { originWords } from "../../words/further";
import { History } from "./history";
import { Recording } from "./recording";
import { type Answer, quotesOf } from "./review";
import { ScoreBlock } from "./score";

const KIND_WORDS: Record<string, string> = {
  spoken: t`Spoken`,
  written: t`Written`,
  coding: t`Coding`,
};

const DONE_WORDS: Record<string, string> = {
  candidate: t`Finished by the candidate`,
  time_up: t`Time was up`,
  skipped: t`Skipped`,
};

export function Answers({ session, answers }: { session: string; answers: readonly Answer[] }) {
  return (
    <Panel title={t`Answers`} note={t`Scores are provisional, for review.`} flush>
      {answers.length === 0 && (
        <Text c="dimmed" px={24} pb={24}>
          <Trans>No question has been opened yet.</Trans>
        </Text>
      )}
      <ol className={classes.list}>
        {answers.map((answer) => (
          <li key={answer.question.id} className={classes.answer}>
            <OneAnswer session={session} answer={answer} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function OneAnswer({ session, answer }: { session: string; answer: Answer }) {
  const { question } = answer;
  const further = answer.follow_up ?? null;
  return (
    <div className={classes.columns}>
      <Stack gap="md" className={classes.main}>
        <div>
          <Group gap={10} mb={6}>
            <Title order={3}>
              {further === null
                ? t`Question ${question.position}`
                : t`Further question to ${further.position}`}
            </Title>
            <Text size="sm" c="dimmed">
              {KIND_WORDS[question.kind] ?? question.kind}
              {question.language ? ` · ${question.language}` : ""} ·{" "}
              {further !== null
                ? t`no marks`
                : `${question.marks} ${plural(question.marks, { one: "mark", other: "marks" })}`}
            </Text>
            {answer.late && <Badge color="amber"><Trans>Came after the end</Trans></Badge>}
          </Group>
          <p className={classes.prompt}>{question.prompt}</p>
          {further !== null && (
            <Text size="sm" c="dimmed">
              {originWords(further)}
            </Text>
          )}
        </div>
        <AnswerBody session={session} answer={answer} />
        {answer.done_reason && (
          <Text size="sm" c="dimmed">
            {DONE_WORDS[answer.done_reason] ?? answer.done_reason}
            {answer.revision > 0 && t` · revision ${answer.revision}`}
          </Text>
        )}
      </Stack>
      {further === null ? (
        <ScoreBlock session={session} answer={answer} />
      ) : (
        <Text size="sm" c="dimmed">
          <Trans>Nothing scores this answer. Read it when you decide on the answer to question{" "}
          {further.position}.</Trans>
        </Text>
      )}
    </div>
  );
}

/** What was given, with the scorer's quotes marked: text, code, or recording and transcript. */
export function AnswerBody({ session, answer }: { session: string; answer: Answer }) {
  const { kind } = answer.question;
  const quotes = quotesOf(answer);
  if (kind === "spoken") return <Spoken session={session} answer={answer} quotes={quotes} />;
  return (
    <Stack gap="md">
      <Written answer={answer} quotes={quotes} code={kind === "coding"} />
      {answer.revision > 0 && <History session={session} answer={answer} />}
    </Stack>
  );
}

interface PartProps {
  answer: Answer;
  quotes: readonly Quote[];
}

function Written({ answer, quotes, code }: PartProps & { code: boolean }) {
  if (answer.text.trim() === "") return <NoAnswer answer={answer} />;
  return code ? (
    <pre className={classes.code} tabIndex={0} aria-label={t`Code of the answer`}>
      <Quoted text={answer.text} quotes={quotes} />
    </pre>
  ) : (
    <div className={classes.text}>
      <Quoted text={answer.text} quotes={quotes} />
    </div>
  );
}

function Spoken({ session, answer, quotes }: PartProps & { session: string }) {
  const { transcript } = answer;
  if (answer.takes.length === 0 && transcript === "" && answer.text === "") return <NoAnswer answer={answer} />;
  return (
    <Stack gap="md">
      {answer.takes.map((take) => (
        <div key={take.take} className={classes.take}>
          <Text size="sm" c="dimmed" className={classes.takeName}>
            {answer.takes.length > 1 ? t`Take ${take.take}` : t`Recording`} ·{" "}
            {clock(take.duration_ms)}
            {take.missing > 0 &&
              t` · ${take.missing} of ${take.parts} parts ${plural(take.missing, { one: "has", other: "have" })} not arrived yet`}
          </Text>
          <Recording
            session={session}
            question={answer.question.id}
            take={take.take}
            label={t`Recording of question ${answer.question.position}, take ${take.take}`}
          />
        </div>
      ))}
      {transcript === "" ? (
        <Alert color="slate" title={t`Not transcribed`}>
          {answer.transcript_reason || t`There is no transcript; a person listens.`}
        </Alert>
      ) : (
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {answer.transcript_by === "server"
              ? t`Transcript by the server, because the candidate's computer could make none; the recording decides`
              : t`Transcript by the candidate's computer; the recording decides`}
          </Text>
          <div className={classes.text}>
            <Quoted text={transcript} quotes={quotes} />
          </div>
        </div>
      )}
      {answer.text !== "" && (
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            <Trans>Corrected by the candidate</Trans>
          </Text>
          <div className={classes.text}>
            <Quoted text={answer.text} quotes={quotes} />
          </div>
        </div>
      )}
    </Stack>
  );
}

function NoAnswer({ answer }: { answer: Answer }) {
  return (
    <Text c="dimmed" fs="italic">
      {answer.done_reason === "" ? t`Nothing has come for this question.` : t`No answer was given.`}
    </Text>
  );
}

function Quoted({ text, quotes }: { text: string; quotes: readonly Quote[] }) {
  return marked(text, quotes).map((piece, index) =>
    piece.marked ? (
      <mark key={index} className={classes.mark}>
        {piece.text}
      </mark>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}
