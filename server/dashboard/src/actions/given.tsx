// What was asked of one interview, and what became of it.
import { t } from "@lingui/core/macro";
import { Badge, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { keys } from "../api/queries";
import { listActions } from "../client/sdk.gen";
import type { InstructionView } from "../client/types.gen";
import { useNow } from "../parts/now";
import { Panel } from "../parts/panel";
import { Failed, Loading } from "../parts/states";
import { doneWords, fate } from "../words/actions";
import { minuteOfDay, ownZone } from "../words/time";
import classes from "./given.module.css";

/** How often the list is read again while something is pending, in milliseconds. */
const FOLLOW_EVERY = 3000;

export function GivenActions({ session }: { session: string }) {
  const now = useNow();
  const given = useQuery({
    queryKey: keys.actions(session),
    queryFn: async ({ signal }) =>
      (await listActions({ path: { id: session }, signal, throwOnError: true })).data,
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.applied_at === null) ? FOLLOW_EVERY : false,
  });
  if (given.isSuccess && given.data.items.length === 0) return null;
  return (
    <Panel title={t`What was asked of the candidate`}>
      {given.isPending && <Loading rows={2} height={28} />}
      {given.isError && <Failed error={given.error} retry={() => void given.refetch()} />}
      {given.isSuccess && (
        <ol className={classes.list} aria-label={t`Actions, the newest first`}>
          {given.data.items.map((one) => (
            <Given key={one.number} one={one} now={now} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Given({ one, now }: { one: InstructionView; now: number }) {
  return (
    <li className={classes.line}>
      <span className={classes.time}>{minuteOfDay(one.given_at, ownZone())}</span>
      <span>
        <strong>{doneWords(one)}</strong>{" "}
        <Badge color={one.applied_at === null ? "amber" : "moss"}>{fate(one, now)}</Badge>
        {one.text !== "" && one.action !== "let_on" && <span className={classes.text}>{one.text}</span>}
        <Text size="sm" c="dimmed">
          {one.reason_words}
        </Text>
      </span>
    </li>
  );
}
