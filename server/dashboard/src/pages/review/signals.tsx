// What the rules noted, on the axis and as a list. One rule: these are places for a person to
// look at; the page never adds them up into a judgement.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text, UnstyledButton } from "@mantine/core";
import { memo, type ReactNode, useMemo, useState } from "react";
import { SeverityLabel } from "../../parts/badges";
import { LongList, type Sought } from "../../parts/long-list";
import { Panel } from "../../parts/panel";
import { saidWords } from "../../words/requests";
import { outcomeWords, probeWords, signalWords } from "../../words/signals";
import { plain } from "../../words/status";
import { clock, length } from "../../words/time";
import { Axis } from "./axis";
import {
  axisEnd,
  type Episode,
  episodes,
  type Look,
  looks,
  type Note,
  notes,
  type RecordEvent,
  type Said,
  said,
} from "./episodes";
import { guarded } from "./guarded";
import { Pictures } from "./pictures";
import classes from "./signals.module.css";
import { inSentence } from "../../words/in-sentence";
import { decimal } from "../../words/numbers";

interface SignalsProps {
  session: string;
  events: readonly RecordEvent[];
  questions: readonly { position: number; at: number }[];
  lasted: number;
  /** What is known of a signal's error, by signal. */
  stated: Readonly<Record<string, string>>;
}

export function Signals({ session, events, questions, lasted, stated }: SignalsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const { shown, remarks, spoken, looked } = useMemo(() => told(events), [events]);
  const end = useMemo(() => axisEnd(shown, remarks, lasted), [shown, remarks, lasted]);
  const choose = (key: string) => {
    setChosen(key);
    setSought({ key });
  };
  return (
    <Panel
      title={t`Signals`}
      note={t`Moments for a person to look at. A signal says what was measured, not why it happened.`}
      aside={
        shown.length > 0 && (
          <Text size="sm" c="dimmed">
            {plural(shown.length, { one: "# signal", other: "# signals" })}
          </Text>
        )
      }
    >
      {shown.length === 0 && (
        <Text c="dimmed" mb={remarks.length > 0 ? "md" : 0}>
          <Trans>No signal was opened.</Trans>
        </Text>
      )}
      {(shown.length > 0 || remarks.length > 0 || spoken.length > 0) && (
        <Axis
          episodes={shown}
          notes={remarks}
          said={spoken}
          questions={questions}
          end={end}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      {shown.length > 0 && (
        <LongList
          items={shown}
          keyOf={keyOf}
          label={t`Signals in order`}
          numbered
          boxed
          className={classes.list}
          guessed={ROW_PX}
          sought={sought}
        >
          {(episode) => (
            <Row
              session={session}
              episode={episode}
              stated={stated[episode.signal] ?? ""}
              chosen={chosen === episode.key}
              onChoose={setChosen}
            />
          )}
        </LongList>
      )}
      {spoken.length > 0 && <OwnWords spoken={spoken} />}
      {looked.length > 0 && <Computer looked={looked} />}
      {remarks.length > 0 && <Remarks remarks={remarks} />}
    </Panel>
  );
}

/** About the height of a signal's row. */
const ROW_PX = 61;
const LINES = { className: classes.lines, guessed: 22, gap: 6, boxed: true } as const;

function keyOf({ key }: { key: string }): string {
  return key;
}

/** What the record's events say, each kind by itself. */
function told(events: readonly RecordEvent[]) {
  return {
    shown: episodes(events),
    remarks: [...notes(events), ...guarded(events)].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    spoken: said(events),
    looked: looks(events),
  };
}

interface RowProps {
  session: string;
  episode: Episode;
  stated: string;
  chosen: boolean;
  onChoose: (key: string) => void;
}

const Row = memo(function Row({ session, episode, stated, chosen, onChoose }: RowProps) {
  const { start, end } = episode;
  return (
    <div className={classes.row} data-chosen={chosen || undefined}>
      <UnstyledButton
        className={classes.time}
        onClick={() => onChoose(episode.key)}
        title={t`Show on the axis`}
      >
        {clock(start)}
        {end === null ? " –" : ` – ${clock(end)}`}
      </UnstyledButton>
      <div className={classes.what}>
        <Text fw={600} component="span">
          {signalWords(episode.signal)}
        </Text>
        <Text size="sm" c="dimmed">
          {[
            end === null ? t`not closed` : length(Math.max(1, (end - start) / 1000)),
            episode.measure,
            episode.detail,
            stated,
            episode.closing !== "" && episode.closing !== "ended"
              ? t`closed: ${inSentence(plain(episode.closing))}`
              : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <Text size="sm" component="span" className={classes.severity}>
        <SeverityLabel severity={episode.severity} />
      </Text>
      <div className={classes.pictures}>
        {episode.pictures.length > 0 ? (
          <Pictures session={session} episode={episode} />
        ) : (
          <Text size="sm" c="dimmed">
            {episode.withheld === "" ? "" : t`No picture: ${episode.withheld}`}
          </Text>
        )}
      </div>
    </div>
  );
});

function OwnWords({ spoken }: { spoken: readonly Said[] }) {
  return (
    <section className={classes.remarks} aria-label={t`Said by the candidate`}>
      <Text size="sm" fw={600}>
        <Trans>Said by the candidate</Trans>
      </Text>
      <LongList items={spoken} keyOf={keyOf} {...LINES}>
        {(one) => (
          <Group gap="sm" wrap="nowrap" align="baseline">
            <Text size="sm" className={classes.noteTime}>
              {one.at === null ? "–" : clock(one.at)}
              {one.until !== null && ` – ${clock(one.until)}`}
            </Text>
            <Text size="sm" className={classes.spoken}>
              {saidWords(one)}
              {one.signal !== "" && <span className={classes.dim}> · {signalWords(one.signal)}</span>}
              {one.words !== "" && <>: “{one.words}”</>}
            </Text>
          </Group>
        )}
      </LongList>
    </section>
  );
}

/** Looks at the computer: what is to be looked at stands open, the rest below a fold. */
function Computer({ looked }: { looked: readonly Look[] }) {
  const found = looked.filter((look) => look.outcome === "violation");
  const rest = looked.filter((look) => look.outcome !== "violation");
  const unknown = rest.filter((look) => look.outcome === "unknown").length;
  return (
    <section className={classes.remarks} aria-label={t`The candidate’s computer`}>
      <Text size="sm" fw={600}>
        <Trans>The candidate’s computer</Trans>
      </Text>
      {found.length > 0 && <Looks looked={found} />}
      {rest.length > 0 && (
        <Folded
          summary={
            <>
              {plural(rest.length, { one: "# other look", other: "# other looks" })}
              {unknown > 0 && t`, ${unknown} of which cannot tell`}
            </>
          }
        >
          <Looks looked={rest} />
        </Folded>
      )}
    </section>
  );
}

function Looks({ looked }: { looked: readonly Look[] }) {
  return (
    <LongList items={looked} keyOf={keyOf} {...LINES}>
      {(look) => (
        <Group gap="sm" wrap="nowrap" align="baseline">
          <Text size="sm" className={classes.noteTime}>
            {look.at === null ? "–" : clock(look.at)}
          </Text>
          <Text size="sm">
            {probeWords(look.probe)}: {outcomeWords(look.outcome)}
            {look.evidence.length > 0 && (
              <span className={classes.dim}> · {look.evidence.join("; ")}</span>
            )}
          </Text>
        </Group>
      )}
    </LongList>
  );
}

function Remarks({ remarks }: { remarks: readonly Note[] }) {
  return (
    <Folded
      className={classes.remarks}
      summary={
        <>{t`${plural(remarks.length, { one: "# note", other: "# notes" })} about the machine`}</>
      }
    >
      <LongList items={remarks} keyOf={keyOf} {...LINES}>
        {(note) => (
          <Group gap="sm" wrap="nowrap" align="baseline">
            <Text size="sm" className={classes.noteTime}>
              {note.at === null ? "–" : clock(note.at)}
            </Text>
            <Text size="sm">
              {signalWords(note.what)}
              {note.words !== "" && <span className={classes.dim}> · {note.words}</span>}
              {note.gap !== null && (
                <span className={classes.dim}><Trans> · gap {decimal(note.gap / 1000, 1)} s</Trans></span>
              )}
            </Text>
          </Group>
        )}
      </LongList>
    </Folded>
  );
}

interface FoldedProps {
  summary: ReactNode;
  className?: string;
  children: ReactNode;
}

/** What is folded away; a long list in it is drawn once it is looked at. */
function Folded({ summary, className, children }: FoldedProps) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={className}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {open && children}
    </details>
  );
}
