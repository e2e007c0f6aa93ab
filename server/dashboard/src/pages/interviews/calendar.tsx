// The interviews of a month or a week, on the days on which their windows open. What is shown
// stands in the address; times are the reader's, with the candidate's beside them.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { keys } from "../../api/queries";
import { listInterviews } from "../../client/sdk.gen";
import type { InterviewSummary } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { useNow } from "../../parts/now";
import { Page } from "../../parts/page";
import { Failed, Loading } from "../../parts/states";
import { statusWords } from "../../words/status";
import { ownZone, wallClock } from "../../words/time";
import {
  type Day,
  dayOf,
  type Days,
  daysWith,
  dayWords,
  type Entry,
  monthOf,
  periodOf,
  placeOf,
  stepped,
  titleOf,
  type View,
  weekOf,
} from "./calendar-days";
import classes from "./calendar.module.css";

/** Most that one view reads; more are named as left out. */
const MOST = 1000;
/** In a month's cell; the others are one click away. */
const IN_A_CELL = 4;

export function Component() {
  const [address, setAddress] = useSearchParams();
  const zone = ownZone();
  const now = useNow(60_000);
  const today = wallClock(new Date(now).toISOString(), zone).slice(0, 10);
  const view: View = address.get("view") === "week" ? "week" : "month";
  const day = dayOf(address.get("day"), today);
  const weeks = view === "week" ? [weekOf(day)] : monthOf(day);
  const days = weeks.flat();
  const { from, until } = periodOf(days, zone);
  const found = useQuery({
    queryKey: [...keys.interviews, "calendar", from, until],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => allBetween(from, until, signal),
  });
  const go = (changed: { view?: View; day?: Day }) =>
    setAddress({ view, day, ...changed }, { replace: true });
  const title = titleOf(view, day);
  const shown = found.data === undefined ? null : daysWith(found.data.items, days, zone);
  return (
    <Page
      title={t`Calendar`}
      above={<Back to="/interviews"><Trans>Interviews</Trans></Back>}
      lead={t`Times in your zone, ${zone}; the candidate’s beside them where they differ.`}
      actions={
        <Button component={Link} to="/interviews/new">
          <Trans>Invite a candidate</Trans>
        </Button>
      }
    >
      <Group gap="sm" mb="md">
        <Button variant="default" onClick={() => go({ day: stepped(view, day, -1) })} aria-label={view === "week" ? t`Earlier week` : t`Earlier month`}>
          ←
        </Button>
        <Button variant="default" onClick={() => go({ day: today })}>
          <Trans>Today</Trans>
        </Button>
        <Button variant="default" onClick={() => go({ day: stepped(view, day, 1) })} aria-label={view === "week" ? t`Later week` : t`Later month`}>
          →
        </Button>
        <h2 className={classes.title} aria-live="polite">
          {title}
        </h2>
        <SegmentedControl
          ml="auto"
          aria-label={t`What is shown`}
          data={[
            { value: "month", label: t`Month` },
            { value: "week", label: t`Week` },
          ]}
          value={view}
          onChange={(value) => go({ view: value === "week" ? "week" : "month" })}
        />
      </Group>
      {found.isPending && <Loading rows={5} height={96} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {shown !== null && (
        <>
          {found.data?.more === true && (
            <Alert color="amber" mb="md" title={t`Not all are shown`}>
              <Trans>More than {MOST} interviews touch these days. Look at a week, or use the list.</Trans>
            </Alert>
          )}
          {shown.before.length > 0 && <StillOpen entries={shown.before} first={days[0] ?? day} />}
          {shown.byDay.size === 0 && (
            <Text c="dimmed" mb="md">
              <Trans>No window opens in {view === "month" ? t`this month` : t`this week`}.</Trans>
            </Text>
          )}
          <Grid
            title={title}
            weeks={weeks}
            shown={shown}
            today={today}
            month={view === "month" ? day.slice(0, 7) : null}
            onWeek={(of) => go({ view: "week", day: of })}
          />
        </>
      )}
    </Page>
  );
}

interface GridProps {
  title: string;
  weeks: readonly (readonly Day[])[];
  shown: Days;
  today: Day;
  /** The month that is meant, null for a week: days of others are paler. */
  month: string | null;
  onWeek: (day: Day) => void;
}

function Grid({ title, weeks, shown, today, month, onWeek }: GridProps) {
  const most = month === null ? Infinity : IN_A_CELL;
  return (
    <div className={classes.sheet}>
      <table className={classes.grid} aria-label={title}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                {month === null ? dayWords(day) : dayWords(day).split(/[ ,]/u)[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const entries = shown.byDay.get(day) ?? [];
                const hidden = entries.length > most ? entries.length - most + 1 : 0;
                return (
                  <td
                    key={day}
                    data-other={(month !== null && !day.startsWith(month)) || undefined}
                    data-today={day === today || undefined}
                  >
                    {month !== null && (
                      <span className={classes.number}>
                        <span aria-hidden="true">{Number(day.slice(8))}</span>
                        <span className="hidden-text">
                          {dayWords(day)}
                          {day === today && t`, today`}
                        </span>
                      </span>
                    )}
                    {entries.length > 0 && (
                      <ul className={classes.entries}>
                        {entries.slice(0, entries.length - hidden).map((entry) => (
                          <li key={entry.interview.id}>
                            <One entry={entry} whole={month === null} />
                          </li>
                        ))}
                        {hidden > 0 && (
                          <li>
                            <button type="button" className={classes.more} onClick={() => onWeek(day)}>
                              <Trans>{hidden} more
                              <span className="hidden-text"> on {dayWords(day)}</span></Trans>
                            </button>
                          </li>
                        )}
                      </ul>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function One({ entry, whole }: { entry: Entry; whole: boolean }) {
  const { interview, opens, theirs, until } = entry;
  const { label, tone } = statusWords(interview.status);
  return (
    <Link
      to={`/interviews/${interview.id}`}
      className={classes.entry}
      data-tone={tone}
      data-off={interview.status === "cancelled" || undefined}
    >
      <span className={classes.name}>
        <span className={classes.time}>{opens}</span> {interview.candidate_name}
      </span>
      {theirs !== "" && (
        <span className={classes.quiet}>
          {theirs}
          <span className="hidden-text"><Trans> for the candidate</Trans></span>
        </span>
      )}
      {whole && <span className={classes.quiet}>{interview.title}</span>}
      {until !== null && <span className={classes.quiet}><Trans>open until {dayWords(until)}</Trans></span>}
      <span className={whole ? classes.quiet : "hidden-text"}>{label}</span>
    </Link>
  );
}

function StillOpen({ entries, first }: { entries: readonly Entry[]; first: Day }) {
  return (
    <details className={classes.before}>
      <summary>
        {plural(entries.length, { one: `1 window opened before ${dayWords(first)} and reaches into these days`, other: `# windows opened before ${dayWords(first)} and reach into these days` })}
      </summary>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.interview.id}>
            <Link to={`/interviews/${entry.interview.id}`}>{entry.interview.candidate_name}</Link>
            {entry.until !== null && t`, open until ${dayWords(entry.until)}`}
            {entry.theirs !== "" && t` (candidate in ${placeOf(entry.interview.zone)})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

async function allBetween(
  from: string,
  until: string,
  signal: AbortSignal,
): Promise<{ items: InterviewSummary[]; more: boolean }> {
  const items: InterviewSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: InterviewSummary[]; next_cursor: string | null } = (
      await listInterviews({
        query: { closes_after: from, opens_before: until, limit: 200, cursor },
        signal,
        throwOnError: true,
      })
    ).data;
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null && items.length < MOST);
  return { items, more: cursor !== null };
}
