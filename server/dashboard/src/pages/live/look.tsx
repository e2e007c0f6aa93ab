// One candidate's camera, live. One rule: the page says what the candidate is told, what state the
// picture is in, and how to try again; it never shows an old picture as a new one.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { ActionMenu } from "../../actions/menu";
import type { LiveTile } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { SeverityMark, StatusBadge } from "../../parts/badges";
import { useNow } from "../../parts/now";
import { Page } from "../../parts/page";
import { explain } from "../../api/refusal";
import { endWords } from "../../words/looks";
import { severityOf, signalWords } from "../../words/signals";
import { clock } from "../../words/time";
import { blocksOf, isRunning } from "./feed";
import classes from "./look.module.css";
import { goesOn, type Stage, stageWords, STILL_AFTER_S } from "./looking";
import { useLook } from "./peer";
import { useFeed } from "./socket";

export function Component() {
  const { id = "" } = useParams();
  const [feed] = useFeed();
  const looking = useLook(id, feed.looks);
  const now = useNow() + feed.skew;
  const tile = feed.tiles.get(id);
  const name = tile?.candidate_name ?? t`The candidate`;
  const on = goesOn(looking.stage);
  const left = looking.untilAt === null ? null : Date.parse(looking.untilAt) - now;
  return (
    <Page
      title={tile === undefined ? t`Live camera` : t`Live camera of ${tile.candidate_name}`}
      above={<Back to="/live"><Trans>Live</Trans></Back>}
      lead={
        <>
          <Trans>{name} reads in the app that somebody looks, for as long as you do. Each look is in the
          audit log and in the signed record; the picture is kept nowhere.</Trans>
        </>
      }
      actions={
        on ? (
          <Button variant="default" onClick={looking.end}>
            <Trans>End the look</Trans>
          </Button>
        ) : (
          <Button onClick={looking.again}><Trans>Look again</Trans></Button>
        )
      }
    >
      <div className={classes.layout}>
        <Picture stage={looking.stage} stream={looking.stream} name={name} />
        <div className={classes.side}>
          <p className={classes.stage} data-stage={looking.stage.kind} role="status">
            {shortWords(looking.stage)}
          </p>
          {on && left !== null && (
            <Text size="sm" c="dimmed">
              <Trans>Ends by itself in {clock(Math.max(0, left))}</Trans>
            </Text>
          )}
          {tile !== undefined && <Situation tile={tile} />}
          {feed.link === "offline" && (
            <Text size="sm" className={classes.offline}>
              <Trans>Not connected to the server. A picture that stands goes on; what is said here is how it
              stood.</Trans>
            </Text>
          )}
        </div>
      </div>
    </Page>
  );
}

function Picture(props: { stage: Stage; stream: MediaStream | null; name: string }) {
  const { stage, stream, name } = props;
  const video = useRef<HTMLVideoElement>(null);
  const still = useStill(video, stage.kind === "live");
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  const words = overlay(stage, name, still);
  return (
    <div className={classes.frame}>
      <video
        ref={video}
        className={classes.video}
        data-shown={stage.kind === "live" || undefined}
        aria-label={t`Camera of ${name}, live`}
        autoPlay
        muted
        playsInline
      />
      {words !== null && (
        <div className={classes.over} data-thin={still !== null || undefined} role="alert">
          <strong>{words.title}</strong>
          {words.detail !== "" && <span>{words.detail}</span>}
        </div>
      )}
    </div>
  );
}

/** Whole seconds since the last picture, where that is long; null where pictures come. */
function useStill(video: React.RefObject<HTMLVideoElement | null>, live: boolean): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const shown = video.current;
    if (shown === null || !live) return;
    let last = Date.now();
    let waiting = shown.requestVideoFrameCallback(came);
    function came() {
      last = Date.now();
      waiting = shown?.requestVideoFrameCallback(came) ?? 0;
    }
    const timer = setInterval(() => {
      const gone = Math.floor((Date.now() - last) / 1000);
      setSeconds(gone >= STILL_AFTER_S ? gone : null);
    }, 500);
    return () => {
      clearInterval(timer);
      shown.cancelVideoFrameCallback(waiting);
    };
  }, [video, live]);
  return live ? seconds : null;
}

function overlay(
  stage: Stage,
  name: string,
  still: number | null,
): { title: string; detail: string } | null {
  switch (stage.kind) {
    case "over":
      return { title: t`No picture`, detail: endWords(stage.why) };
    case "failed":
      return explain(stage.error);
    case "live":
      return still === null
        ? null
        : { title: t`No new picture for ${still} s`, detail: t`What you see is old.` };
    default:
      return { title: stageWords(stage, name), detail: "" };
  }
}

function shortWords(stage: Stage): string {
  switch (stage.kind) {
    case "starting":
    case "asking":
    case "connecting":
      return t`Connecting`;
    case "live":
      return t`Live`;
    case "over":
      return stage.why === "lost" || stage.why === "no_way" ? t`Lost` : t`Ended`;
    case "failed":
      return t`Refused`;
  }
}

function Situation({ tile }: { tile: LiveTile }) {
  return (
    <div className={classes.situation}>
      <Group gap="xs">
        <StatusBadge status={tile.status} />
        {tile.locked && isRunning(tile) && <Badge color="amber"><Trans>Covered</Trans></Badge>}
      </Group>
      {isRunning(tile) && tile.question !== null && (
        <Text size="sm" c="dimmed">
          <Trans>Question {tile.question} of {tile.question_count}</Trans>
        </Text>
      )}
      <ul className={classes.signals} aria-label={t`Open signals`}>
        {tile.open_signals.map(({ signal, severity }) => (
          <li key={signal}>
            <SeverityMark severity={severityOf(severity)} />
            {signalWords(signal)}
          </li>
        ))}
        {isRunning(tile) && tile.open_signals.length === 0 && <li><Trans>Nothing open</Trans></li>}
      </ul>
      <Group gap="sm">
        <ActionMenu
          session={tile.session}
          name={tile.candidate_name}
          possible={tile.possible}
          blocks={blocksOf(tile)}
        />
        <Anchor component={Link} to={`/interviews/${tile.session}`} size="sm">
          <Trans>Timeline and record</Trans>
        </Anchor>
      </Group>
    </div>
  );
}
