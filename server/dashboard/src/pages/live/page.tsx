// The running interviews, those that need a look first.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Badge, Button, Group } from "@mantine/core";
import { memo } from "react";
import { Link } from "react-router";
import type { LiveTile } from "../../client/types.gen";
import { EndAll } from "../../actions/end-all";
import { ActionMenu } from "../../actions/menu";
import { blockWords, doneWords, fate } from "../../words/actions";
import { SeverityMark, StatusBadge } from "../../parts/badges";
import { LongList } from "../../parts/long-list";
import { useNow } from "../../parts/now";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { Unreachable } from "../../api/refusal";
import { requestWords } from "../../words/requests";
import { severityOf, severityRank, severityWords, signalWords } from "../../words/signals";
import { isOver, notBegun, plain } from "../../words/status";
import { ago, clock, minuteOfDay, ownZone, timeOfDay } from "../../words/time";
import { blocksOf, type Feed, hasAsked, inOrder, isQuiet, isRunning } from "./feed";
import classes from "./page.module.css";
import { useFeed } from "./socket";
import { inSentence } from "../../words/in-sentence";
import { decimal } from "../../words/numbers";

export function Component() {
  const [feed, connect] = useFeed();
  // In whole seconds, so that a tile of which nothing changed is drawn again once a second at most.
  const now = Math.floor((useNow() + feed.skew) / 1000) * 1000;
  const stale = feed.link === "offline";
  const tiles = inOrder(feed);
  const running = tiles.filter(isRunning);
  const expected = tiles.filter((tile) => notBegun(tile.status));
  const ended = tiles.filter((tile) => isOver(tile.status));
  return (
    <Page
      title={t`Live`}
      lead={<Summary feed={feed} running={running} />}
      actions={
        <Group gap="md">
          {running.length > 1 && <EndAll running={running.length} />}
          <Connection feed={feed} />
        </Group>
      }
    >
      {feed.heardAt === null && feed.failures < 2 && <Loading rows={3} height={92} />}
      {feed.heardAt === null && feed.failures >= 2 && (
        <Failed error={new Unreachable()} retry={connect} />
      )}
      {stale && feed.heardAt !== null && (
        <Alert color="amber" mb="lg" title={t`Not connected`} role="status">
          <Group justify="space-between" gap="sm">
            <span>
              <Trans>What you see is how it stood {ago(new Date(feed.heardAt + feed.skew).toISOString(), now)}. Trying
              again by itself.</Trans>
            </span>
            <Button size="xs" variant="default" onClick={connect}>
              <Trans>Connect now</Trans>
            </Button>
          </Group>
        </Alert>
      )}
      {feed.heardAt !== null && tiles.length === 0 && (
        <Empty
          title={t`Nobody is in an interview`}
          action={
            <Button component={Link} to="/interviews/new" variant="default">
              <Trans>Invite a candidate</Trans>
            </Button>
          }
        >
          <Trans>Interviews appear here when a candidate opens the app.</Trans>
        </Empty>
      )}
      {running.length > 0 && <Tiles tiles={running} now={now} stale={stale} label={t`Running`} />}
      {expected.length > 0 && (
        <>
          <h2 className={classes.section}><Trans>Expected</Trans></h2>
          <Tiles tiles={expected} now={now} stale={stale} label={t`Expected`} />
        </>
      )}
      {ended.length > 0 && (
        <>
          <h2 className={classes.section}><Trans>Just ended</Trans></h2>
          <Tiles tiles={ended} now={now} stale={stale} label={t`Just ended`} />
        </>
      )}
    </Page>
  );
}

function Summary({ feed, running }: { feed: Feed; running: readonly LiveTile[] }) {
  if (feed.heardAt === null) return t`Running interviews, those that need a look first.`;
  const open = running.filter((tile) => tile.open_signals.length > 0 || hasAsked(tile)).length;
  const count = plural(running.length, { one: "# running", other: "# running" });
  return open === 0 ? count : t`${count}, ${open} with something to look at`;
}

function Connection({ feed }: { feed: Feed }) {
  const words = { connecting: t`Connecting`, online: t`Connected`, offline: t`Not connected` };
  return (
    <span className={classes.connection} role="status">
      <span className={classes.dot} data-link={feed.link} aria-hidden="true" />
      {words[feed.link]}
    </span>
  );
}

interface TilesProps {
  tiles: readonly LiveTile[];
  now: number;
  stale: boolean;
  label: string;
}

function Tiles({ tiles, now, stale, label }: TilesProps) {
  return (
    <LongList
      items={tiles}
      keyOf={sessionOf}
      label={label}
      className={stale ? classes.stale : undefined}
      guessed={TILE_PX}
      gap={10}
    >
      {(tile) => <Tile tile={tile} now={now} stale={stale} />}
    </LongList>
  );
}

/** About a tile's height; rather more, so that the end of the list is not moved away by measuring. */
const TILE_PX = 94;

function sessionOf({ session }: LiveTile): string {
  return session;
}

interface TileProps {
  tile: LiveTile;
  now: number;
  stale: boolean;
}

/** Plain elements where they do: hundreds of tiles come into sight and go while one watches. */
const Tile = memo(function Tile({ tile, now, stale }: TileProps) {
  const left = leftMs(tile, now);
  const quiet = !stale && isQuiet(tile, now);
  return (
    <div
      className={classes.tile}
      data-look={
        tile.open_signals.length > 0 || hasAsked(tile) || blocksOf(tile).length > 0 || quiet || undefined
      }
    >
      <Thumbnail tile={tile} />
      <div className={classes.who}>
        <Link to={`/interviews/${tile.session}`} className={classes.name}>
          {tile.candidate_name}
        </Link>
        <p className={classes.paper}>{tile.title}</p>
      </div>
      <div className={classes.state}>
        <StatusBadge status={tile.status} />
        {tile.locked && isRunning(tile) && <Badge color="amber"><Trans>Covered</Trans></Badge>}
        {isRunning(tile) &&
          blocksOf(tile).map((kind) => (
            <Badge key={kind} color="amber">
              <Trans>Covered: {blockWords(kind)}</Trans>
            </Badge>
          ))}
        {stale && <Badge color="slate"><Trans>Stale</Trans></Badge>}
        {isRunning(tile) && tile.question !== null && (
          <p className={classes.small}>
            <Trans>Question {tile.question} of {tile.question_count}</Trans>
          </p>
        )}
      </div>
      <div className={classes.left}>
        {isRunning(tile) && left !== null && (
          <>
            <span className={classes.clock}>{clock(left)}</span>
            <p className={classes.small}>{tile.status === "paused" ? t`kept` : t`left`}</p>
          </>
        )}
      </div>
      <ul className={classes.signals} aria-label={t`Open signals of ${tile.candidate_name}`}>
        {bySeverity(tile.open_signals).map((signal) => {
          const severity = severityOf(signal.severity);
          return (
            <li key={signal.signal} className={classes.signal} data-severity={severity}>
              <SeverityMark severity={severity} />
              {signalWords(signal.signal)}
              <span className="hidden-text">, {inSentence(severityWords(severity))}</span>
            </li>
          );
        })}
        {isRunning(tile) && tile.open_signals.length === 0 && (
          <li className={classes.calm}><Trans>Nothing open</Trans></li>
        )}
      </ul>
      <div className={classes.machine}>
        <p className={quiet ? classes.quiet : classes.small}>{lastHeard(tile, now)}</p>
        <p className={classes.small}>{health(tile)}</p>
        {isRunning(tile) && offNow(tile) !== "" && <p className={classes.off}>{offNow(tile)}</p>}
      </div>
      <div className={classes.actions}>
        {!stale && tile.may_look && tile.status === "interview_active" && (
          <Button
            component={Link}
            to={`/live/${tile.session}`}
            variant="default"
            size="xs"
            aria-label={t`Look through the camera of ${tile.candidate_name}`}
          >
            <Trans>Look</Trans>
          </Button>
        )}
        {!stale && (
          <ActionMenu
            session={tile.session}
            name={tile.candidate_name}
            possible={tile.possible}
            blocks={blocksOf(tile)}
          />
        )}
      </div>
      {hasAsked(tile) && (
        <ul className={classes.requests} aria-label={t`Asked by ${tile.candidate_name}`}>
          {tile.requests.map((request) => (
            <li key={`${request.what}-${request.asked_at}`}>
              <strong>{requestWords(request.what)}</strong>, {ago(request.asked_at, now)}
              {request.text !== "" && <span>: “{request.text}”</span>}
            </li>
          ))}
        </ul>
      )}
      {tile.last_action !== null && (
        <p className={classes.asked} data-pending={tile.last_action.applied_at === null || undefined}>
          {doneWords(tile.last_action)}, {fate(tile.last_action, now)}
          {tile.last_action.text !== "" && tile.last_action.action !== "let_on" && <span>: “{tile.last_action.text}”</span>}
        </p>
      )}
    </div>
  );
});

/** The newest small picture, where the interview sends any. */
function Thumbnail({ tile }: { tile: LiveTile }) {
  if (tile.thumbnail_at === null) return null;
  const at = encodeURIComponent(tile.thumbnail_at);
  return (
    <img
      className={classes.picture}
      src={`/api/admin/interviews/${tile.session}/thumbnail?at=${at}`}
      alt={t`Camera of ${tile.candidate_name}, ${timeOfDay(tile.thumbnail_at, ownZone())}`}
    />
  );
}

/** A paused interview keeps the time that its machine said last. */
function leftMs(tile: LiveTile, now: number): number | null {
  const kept = tile.heartbeat?.left_s;
  if (tile.status === "paused" && typeof kept === "number") return kept * 1000;
  return tile.deadline_at === null ? null : Date.parse(tile.deadline_at) - now;
}

function bySeverity(signals: LiveTile["open_signals"]): LiveTile["open_signals"] {
  const rank = ({ severity }: { severity: string }) => severityRank(severityOf(severity));
  return signals.toSorted((a, b) => rank(b) - rank(a));
}

function lastHeard(tile: LiveTile, now: number): string {
  if (isOver(tile.status)) {
    return tile.finished_at === null ? "" : t`Ended ${ago(tile.finished_at, now)}`;
  }
  if (tile.seen_at !== null) return t`Heard ${ago(tile.seen_at, now)}`;
  return t`May start until ${minuteOfDay(tile.closes_at, ownZone())}`;
}

function health(tile: LiveTile): string {
  const { heartbeat } = tile;
  if (!isRunning(tile) || heartbeat === null) return "";
  const rate = heartbeat.face_fps_milli ?? null;
  const waiting = heartbeat.spool_rows ?? 0;
  return [
    rate === null ? "" : t`${decimal(rate / 1000, 1)} pictures/s`,
    typeof heartbeat.cpu_percent === "number" ? t`CPU ${heartbeat.cpu_percent} %` : "",
    waiting > 0 ? t`${waiting} ${plural(waiting, { one: "row", other: "rows" })} waiting` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What does not look or listen at the moment; apps say it in sentences, older ones by name. */
function offNow({ heartbeat }: LiveTile): string {
  if (heartbeat === null) return "";
  const faceless = typeof heartbeat.face_fps_milli !== "number";
  return [...(faceless ? [t`face watching`] : []), ...(heartbeat.off ?? [])]
    .map((said) => (/\s\S+\s/u.test(said) ? said : t`${plain(said)} off.`))
    .join(" ");
}
