// One candidate's side of a comparison: who it is, their total, and their answer to the question
// that both were asked.
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
          {withheld ? "Points kept from a second reader" : totalWords(total.state)}
        </Text>
        <Signals high={side.high} medium={side.medium} />
      </div>
      <div className={classes.sum}>
        <span className={classes.figure}>
          {total.points === null ? "–" : pointsWords(total.points)}
          <small> of {total.max_marks}</small>
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
        {side.called} was not asked this question.
      </Text>
    );
  }
  return (
    <>
      <Labelled words={`${answer.spent_ms > 0 ? `${clock(answer.spent_ms)} on this question` : "No time noted"}${answer.late ? " · came after the end" : ""}`}>
        <AnswerBody session={side.id} answer={answer} />
      </Labelled>
      <ScoreBlock session={side.id} answer={answer} />
      {further.map((one) => (
        <div key={one.question.id} className={classes.further}>
          <Text size="sm" c="dimmed">
            Asked further, without marks
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
          <SeverityMark severity="high" /> {high} high
        </span>
      )}
      {medium > 0 && (
        <span className={classes.signal}>
          <SeverityMark severity="medium" /> {medium} medium
        </span>
      )}
      <span className="hidden-text">signals</span>
    </Group>
  );
}
