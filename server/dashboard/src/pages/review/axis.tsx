// One time axis for a whole interview: a lane for each signal, marks for the machinery. Bars differ
// by colour and by height, and each says in words what it is. One rule: it draws as much for twenty
// thousand moments as for a few hundred; a bar of several comes closer when it is pressed.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { saidWords } from "../../words/requests";
import { severityWords, shortSignalWords, signalWords } from "../../words/signals";
import { clock } from "../../words/time";
import classes from "./axis.module.css";
import { type Bar, bars, closer, grouped, PLACES, type Span } from "./bars";
import { type Episode, lanes, type Note, type Said, tickStep } from "./episodes";
import { inSentence } from "../../words/in-sentence";

interface AxisProps {
  episodes: readonly Episode[];
  notes: readonly Note[];
  said: readonly Said[];
  questions: readonly { position: number; at: number }[];
  end: number;
  chosen: string | null;
  onChoose: (key: string) => void;
}

export function Axis({ episodes, notes, said, questions, end, chosen, onChoose }: AxisProps) {
  const [near, setNear] = useState<Span | null>(null);
  const axis = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  const { from, until } = near ?? { from: 0, until: end };
  const drawn = useMemo(
    () =>
      lanes(episodes)
        .map(({ signal, episodes: lane }) => ({ signal, bars: bars(lane, { from, until }) }))
        .filter((lane) => lane.bars.length > 0),
    [episodes, from, until],
  );
  useEffect(() => {
    // What was pressed is not there any more: the keyboard goes on with the way back, or from the start.
    if (moved.current) (near === null ? axis : whole).current?.focus({ preventScroll: true });
    moved.current = false;
  }, [near]);

  const show = (span: Span | null) => {
    moved.current = true;
    setNear(span);
  };
  const press = (bar: Bar) => {
    const span = closer(bar, end);
    const narrower = span.until - span.from < 0.8 * (until - from);
    if (bar.count > 1 && narrower) show(span);
    else onChoose(bar.key);
  };
  const place = (ms: number) =>
    `${Math.min(100, Math.max(0, ((ms - from) / (until - from)) * 100))}%`;
  const asked = openedIn(questions, { from, until });
  const marks = grouped(notes, { from, until });
  const spoken = grouped(said, { from, until });
  return (
    <div
      className={classes.axis}
      role="group"
      aria-label={t`Time axis of the interview`}
      ref={axis}
      tabIndex={-1}
    >
      {near !== null && (
        <div className={classes.near}>
          <Text size="sm" c="dimmed" role="status">
            {t`${clock(from)} to ${clock(until)}`}
          </Text>
          <Button ref={whole} variant="default" size="compact-sm" onClick={() => show(null)}>
            <Trans>Show the whole interview</Trans>
          </Button>
        </div>
      )}
      {asked.length > 0 && (
        <Lane name={t`Questions`}>
          {asked.map((question, index) => (
            <span
              key={`${question.position}-${question.at}`}
              className={classes.question}
              style={{
                left: place(question.at),
                width: `calc(${place(asked[index + 1]?.at ?? end)} - ${place(question.at)} - 2px)`,
              }}
              title={t`Question ${question.position} from ${clock(question.at)}`}
            >
              {question.position}
            </span>
          ))}
        </Lane>
      )}
      {drawn.map((lane) => (
        <Lane
          key={lane.signal}
          name={shortSignalWords(lane.signal)}
          title={signalWords(lane.signal)}
        >
          {lane.bars.map((bar) => {
            const words = barWords(lane.signal, bar);
            return (
              <button
                type="button"
                key={bar.key}
                className={classes.bar}
                data-severity={bar.severity}
                data-open={bar.until === null || undefined}
                data-several={bar.count > 1 || undefined}
                style={{
                  left: place(bar.from),
                  width: `max(8px, calc(${place(bar.until ?? end)} - ${place(bar.from)}))`,
                }}
                aria-label={words}
                aria-pressed={bar.count === 1 ? chosen === bar.key : undefined}
                title={words}
                onClick={() => press(bar)}
              />
            );
          })}
        </Lane>
      ))}
      {spoken.length > 0 && (
        <Lane name={t`Candidate`}>
          {spoken.map(({ at, marks: [one, ...others] }) => {
            const words = others.length > 0 ? t`${others.length + 1} times` : one.words;
            return (
              <span
                key={one.key}
                className={classes.note}
                data-said
                style={{ left: place(at) }}
                role="img"
                aria-label={t`${saidWords(one)} at ${clock(at)}: ${words}`}
                title={`${clock(at)} ${saidWords(one)}${words === "" ? "" : `: ${words}`}`}
              />
            );
          })}
        </Lane>
      )}
      {marks.length > 0 && (
        <Lane name={t`Machine`}>
          {marks.map(({ at, marks: [one, ...others] }) => {
            const words =
              others.length > 0 ? t`${others.length + 1} notes` : signalWords(one.what);
            return (
              <span
                key={one.key}
                className={classes.note}
                style={{ left: place(at) }}
                role="img"
                aria-label={t`${words} at ${clock(at)}`}
                title={`${clock(at)} ${words}`}
              />
            );
          })}
        </Lane>
      )}
      <div className={classes.lane} aria-hidden="true">
        <span className={classes.name} />
        <div className={classes.ticks}>
          {ticks({ from, until }).map((tick) => (
            <span key={tick} className={classes.tick} style={{ left: place(tick) }}>
              {clock(tick)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Lane({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <div className={classes.lane}>
      <span className={classes.name} title={title}>
        {name}
      </span>
      <div className={classes.track}>{children}</div>
    </div>
  );
}

function barWords(signal: string, bar: Bar): string {
  const severity = inSentence(severityWords(bar.severity));
  const said = [
    signalWords(signal),
    bar.count > 1 ? t`${bar.count} times, at most ${severity}` : severity,
    t`${clock(bar.from)} to ${bar.until === null ? t`not closed` : clock(bar.until)}`,
  ];
  return said.join(", ");
}

function ticks({ from, until }: Span): number[] {
  const step = tickStep(until - from);
  const first = Math.ceil(from / step);
  const count = Math.floor(until / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

/** Where the open question changed within `span`, the one that was open at its start too. */
function openedIn<Opened extends { at: number }>(opened: readonly Opened[], span: Span): Opened[] {
  const least = (span.until - span.from) / (4 * PLACES);
  const seen: Opened[] = [];
  for (const one of opened) {
    const last = seen.at(-1);
    if (one.at > span.until) continue;
    // Of those that lie on one another, the last: it is the one that stayed.
    if (last !== undefined && one.at - Math.max(last.at, span.from) < least) seen.pop();
    seen.push(one);
  }
  return seen;
}
