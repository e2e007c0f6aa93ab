// One candidate's side of a comparison: who it is, their total, and their answer to the question
// that both were asked.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { SeverityMark } from "../../parts/badges";
import { pointsWords, totalWords } from "../../words/status";
import { clock } from "../../words/time";
import { AnswerBody } from "../review/answers";
import { ScoreBlock } from "../review/score";
import classes from "./page.module.css";
import type { Answer, Side } from "./pairs";
import { ShortlistButton } from "./shortlist";

interface HeadProps {
  side: Side;
  blind: boolean;
}

export function SideHead({ side, blind }: HeadProps) {
  const { total } = side;
  const withheld = side.answers.some((answer) => answer.withheld);
  return (
    <div className={classes.head}>
      <div className={classes.who}>
        <Title order={2}>
          {blind ? (
            side.called
          ) : (
            <Anchor component={Link} to={`/interviews/${side.id}`} inherit c="inherit">
              {side.called}
            </Anchor>
          )}
        </Title>
        <Text size="sm" c="dimmed">
          {withheld ? t`Points kept from a second reader` : totalWords(total.state)}
        </Text>
        <Signals high={side.high} medium={side.medium} />
      </div>
      <div className={classes.sum}>
        <span className={classes.figure}>
          {total.points === null ? "–" : pointsWords(total.points)}
          <small><Trans> of {total.max_marks}</Trans></small>
        </span>
        <ShortlistButton session={side.id} called={side.called} entry={side.shortlist} />
      </div>
    </div>
  );
}

interface AnswerProps {
  side: Side;
  answer: Answer | null;
  further: readonly Answer[];
}

export function SideAnswer({ side, answer, further }: AnswerProps) {
  if (answer === null) {
    return (
      <Text c="dimmed" fs="italic">
        <Trans>{side.called} was not asked this question.</Trans>
      </Text>
    );
  }
  return (
    <>
      <Labelled words={`${answer.spent_ms > 0 ? t`${clock(answer.spent_ms)} on this question` : t`No time noted`}${answer.late ? t` · came after the end` : ""}`}>
        <AnswerBody session={side.id} answer={answer} />
      </Labelled>
      <ScoreBlock session={side.id} answer={answer} />
      {further.map((one) => (
        <div key={one.question.id} className={classes.further}>
          <Text size="sm" c="dimmed">
            <Trans>Asked further, without marks</Trans>
          </Text>
          <p className={classes.prompt}>{one.question.prompt}</p>
          <AnswerBody session={side.id} answer={one} />
        </div>
      ))}
    </>
  );
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed" mb={8}>
        {words}
      </Text>
      {children}
    </div>
  );
}

function Signals({ high, medium }: { high: number; medium: number }) {
  if (high + medium === 0) return null;
  return (
    <Group gap={14} mt={4}>
      {high > 0 && (
        <span className={classes.signal}>
          <SeverityMark severity="high" /><Trans> {high} high</Trans>
        </span>
      )}
      {medium > 0 && (
        <span className={classes.signal}>
          <SeverityMark severity="medium" /><Trans> {medium} medium</Trans>
        </span>
      )}
      <span className="hidden-text"><Trans>signals</Trans></span>
    </Group>
  );
}
