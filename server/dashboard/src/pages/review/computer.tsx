// How the newest check of the candidate's computer came out, and the way to it.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { ReadinessBadge } from "../../parts/badges";
import { Panel } from "../../parts/panel";
import { careWords } from "../../words/readiness";
import { moment, ownZone } from "../../words/time";
import { useReports } from "../readiness/query";

/** Nothing where no report came, unless `awaited`: then it says how to get one. */
export function ComputerCheck({ session, awaited }: { session: string; awaited: boolean }) {
  const reports = useReports(session);
  const newest = reports.data?.items[0];
  if (newest === undefined && !(awaited && reports.isSuccess)) return null;
  return (
    <Panel
      title={t`Computer check`}
      aside={newest !== undefined && <ReadinessBadge outcome={newest.outcome} />}
    >
      {newest === undefined ? (
        <Text c="dimmed">
          <Trans>None yet. The candidate can send one from the app’s first screen, with “Check this
          computer”.</Trans>
        </Text>
      ) : (
        <Group justify="space-between">
          <Text>
            {careWords(newest.readiness.lines) || t`Everything that was tried is fine.`}
            <Text component="span" c="dimmed">
              {` · ${moment(newest.received_at, ownZone())}`}
            </Text>
          </Text>
          <Anchor component={Link} to={`/interviews/${session}/readiness`}>
            <Trans>Read the report</Trans>
          </Anchor>
        </Group>
      )}
    </Panel>
  );
}
