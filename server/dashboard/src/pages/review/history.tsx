// How an answer came to be: a player over its edits. It is fetched when somebody asks for it, and
// only then does the log say that somebody looked.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import { getHistory } from "../../client/sdk.gen";
import { clock } from "../../words/time";
import classes from "./history.module.css";
import { type History as Told, Replay } from "./replay";
import type { Answer } from "./review";

const SPEEDS = ["1", "2", "4", "8", "16"];

const WAYS: Record<string, string> = {
  clipboard: t`pasted`,
  selection: t`pasted with the middle button`,
  drop: t`dragged here`,
};

const OUTCOMES: Record<string, string> = {
  compile_error: t`did not compile`,
  internal: t`could not be run`,
  refused: t`was not run`,
  offline: t`was not run: no connection`,
  cancelled: t`was cancelled`,
};

export function History({ session, answer }: { session: string; answer: Answer }) {
  const [wanted, setWanted] = useState(false);
  const { id, position, kind } = answer.question;
  const told = useQuery({
    queryKey: [...keys.result(session), "history", id],
    enabled: wanted,
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      (await getHistory({ path: { id: session, question: id }, signal, throwOnError: true })).data,
  });
  if (told.isSuccess) return <Player told={told.data} position={position} code={kind === "coding"} />;
  const failure = told.isError ? explain(told.error) : null;
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={wanted && told.isFetching}
        onClick={() => (wanted ? void told.refetch() : setWanted(true))}
      >
        {failure === null ? t`How it was written` : t`Try again`}
        <span className="hidden-text"><Trans>, question {position}</Trans></span>
      </Button>
      {failure !== null && (
        <Text size="sm" role="alert">
          {failure.title} {failure.detail}
        </Text>
      )}
    </Group>
  );
}

function Player({ told, position, code }: { told: Told; position: number; code: boolean }) {
  const replay = useMemo(() => new Replay(told), [told]);
  const [step, setStep] = useState(replay.length);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState("4");
  const pieces = useMemo(() => replay.at(step), [replay, step]);
  const pastes = useMemo(() => replay.pastes(), [replay]);

  const running = playing && step < replay.length;
  useEffect(() => {
    if (!running) return;
    const timer = window.setTimeout(
      () => setStep(step + 1),
      replay.pause(step) / Number(speed),
    );
    return () => window.clearTimeout(timer);
  }, [running, step, speed, replay]);

  if (replay.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>No edits are on record for this answer, only its saved texts.</Trans>
      </Text>
    );
  }
  const toggle = () => {
    if (!running && step >= replay.length) setStep(0);
    setPlaying(!running);
  };
  const nextPaste = pastes.find((place) => place > step) ?? pastes[0];
  const when = t`${clock(replay.time(step))}, step ${step} of ${replay.length}`;
  return (
    <Stack gap="sm" role="group" aria-label={t`How question ${position} was written`}>
      <Group gap="sm">
        <Button variant="default" onClick={toggle}>
          {running ? t`Pause` : t`Play`}
        </Button>
        <NativeSelect
          aria-label={t`Speed`}
          size="sm"
          data={SPEEDS.map((value) => ({ value, label: `${value} ×` }))}
          value={speed}
          onChange={(event) => setSpeed(event.currentTarget.value)}
        />
        {nextPaste !== undefined && (
          <Button
            variant="default"
            onClick={() => {
              setPlaying(false);
              setStep(nextPaste);
            }}
          >
            <Trans>Next paste</Trans>
          </Button>
        )}
        <Text size="sm" c="dimmed" className={classes.when}>
          {when}
        </Text>
      </Group>
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={replay.length}
        value={step}
        aria-label={t`Place in the history`}
        aria-valuetext={when}
        onChange={(event) => {
          setPlaying(false);
          setStep(Number(event.currentTarget.value));
        }}
      />
      <pre
        className={code ? classes.code : classes.text}
        tabIndex={0}
        aria-label={t`The answer at this moment`}
      >
        {pieces.map((piece, index) =>
          piece.pasted ? (
            <mark key={index} className={classes.pasted} title={t`Pasted`}>
              {piece.text}
            </mark>
          ) : (
            <span key={index} className={piece.fresh ? classes.fresh : undefined}>
              {piece.text}
            </span>
          ),
        )}
      </pre>
      {told.gaps > 0 && (
        <Alert color="amber" title={t`The history is not complete`}>{t`${plural(told.gaps, { one: "Once", other: "# times" })} some edits are missing; the text goes on from the next saved one. A machine that failed is the usual cause.`}</Alert>
      )}
      <Facts told={told} />
    </Stack>
  );
}

function Facts({ told }: { told: Told }) {
  if (told.pastes.length === 0 && told.runs.length === 0) return null;
  return (
    <ul className={classes.facts}>
      {told.pastes.map((paste, index) => (
        <li key={`paste-${index}`}>
          <Trans>{clock(paste.at_ms)} · {characters(paste.length)} from another program{" "}
          {WAYS[paste.way] ?? paste.way}
          {paste.outcome === "blocked" ? t`, kept out by the rules of this interview` : ""}</Trans>
        </li>
      ))}
      {told.runs.map((run, index) => (
        <li key={`run-${index}`}>
          {clock(run.at_ms)} ·{" "}
          {run.outcome === "done"
            ? t`examples run: ${run.passed} of ${run.total} passed`
            : t`examples run: the code ${OUTCOMES[run.outcome] ?? run.outcome}`}
        </li>
      ))}
    </ul>
  );
}

function characters(count: number): string {
  return plural(count, { one: "# character", other: "# characters" });
}
