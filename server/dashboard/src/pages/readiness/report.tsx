// The checks of one candidate's computers: one report with its lines, and the way to earlier ones.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Select, Stack, Table, Text } from "@mantine/core";
import { useParams, useSearchParams } from "react-router";
import type { ReadinessView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { LineBadge, ReadinessBadge } from "../../parts/badges";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable } from "../../parts/table";
import { outcomeWords, probeWords } from "../../words/readiness";
import { moment, ownZone } from "../../words/time";
import { useReports } from "./query";

export function Component() {
  const { id = "" } = useParams();
  const [asked, setAsked] = useSearchParams();
  const reports = useReports(id);
  const items = reports.data?.items ?? [];
  const shown = items.find((one) => one.id === asked.get("report")) ?? items[0];
  return (
    <Page
      title={t`Computer check`}
      above={<Back to={`/interviews/${id}`}><Trans>Interview</Trans></Back>}
      lead={t`What the candidate’s computer said before the interview. It decides nothing.`}
    >
      {reports.isPending && <Loading rows={8} />}
      {reports.isError && <Failed error={reports.error} retry={() => void reports.refetch()} />}
      {reports.isSuccess && shown === undefined && (
        <Empty title={t`No report yet`}>
          <Trans>The candidate sends one from the app’s first screen, with “Check this computer”.</Trans>
        </Empty>
      )}
      {shown !== undefined && (
        <Stack gap="lg">
          {items.length > 1 && (
            <Select
              label={t`Report`}
              w={340}
              allowDeselect={false}
              data={items.map((one) => ({
                value: one.id,
                label: `${moment(one.received_at, ownZone())}: ${outcomeWords(one.outcome).label}`,
              }))}
              value={shown.id}
              onChange={(value) => value !== null && setAsked({ report: value }, { replace: true })}
            />
          )}
          <Report report={shown} />
        </Stack>
      )}
    </Page>
  );
}

function Report({ report }: { report: ReadinessView }) {
  const { readiness } = report;
  return (
    <Panel
      title={readiness.machine || t`A computer`}
      note={t`Made ${moment(readiness.made_at, ownZone())} by its own clock, received ${moment(report.received_at, ownZone())}, app ${readiness.app_version}. Signed, and the signature fits.`}
      aside={<ReadinessBadge outcome={report.outcome} />}
    >
      <ListTable label={t`What was checked`} heads={[t`Check`, t`Outcome`, t`Found`, t`What to do`]}>
        {readiness.lines.map((line) => (
          <Table.Tr key={line.probe}>
            <Table.Td>{probeWords(line.probe)}</Table.Td>
            <Table.Td>
              <LineBadge outcome={line.outcome} />
            </Table.Td>
            <Table.Td>
              <Text size="sm">{line.found || "–"}</Text>
              {line.cause !== "" && (
                <Text size="sm" c="dimmed">
                  {line.cause}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Text size="sm">{line.cure || "–"}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
    </Panel>
  );
}
