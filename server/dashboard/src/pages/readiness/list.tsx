// What candidates' computers said in a check before the interview, newest first. One rule: a report
// is for helping somebody in time; it decides nothing.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, SegmentedControl, Table, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { keys } from "../../api/queries";
import { listReadiness } from "../../client/sdk.gen";
import type { MachineView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { ReadinessBadge } from "../../parts/badges";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { careWords } from "../../words/readiness";
import { moment, ownZone } from "../../words/time";

const CHOICES: { value: MachineView["outcome"] | "all"; label: string }[] = [
  { value: "all", label: t`All` },
  { value: "violation", label: t`Failed` },
  { value: "unknown", label: t`Unknown` },
  { value: "ok", label: t`Ready` },
];

export function Component() {
  // In the address, so that the way back from a report leads to the same list.
  const [asked, setAsked] = useSearchParams();
  const wanted = CHOICES.find(({ value }) => value === asked.get("outcome"))?.value ?? "all";
  const outcome = wanted === "all" ? undefined : wanted;
  const reports = useInfiniteQuery({
    queryKey: [...keys.readiness, wanted],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listReadiness({
          query: { cursor: pageParam, outcome },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = reports.data?.pages.flatMap((page) => page.items) ?? [];
  const all = () => setAsked({}, { replace: true });
  return (
    <Page
      title={t`Computer checks`}
      above={<Back to="/interviews"><Trans>Interviews</Trans></Back>}
      lead={t`What candidates’ computers reported before the interview, so that help comes in time. A report decides nothing.`}
    >
      <SegmentedControl
        aria-label={t`Which reports`}
        mb="md"
        data={CHOICES}
        value={wanted}
        onChange={(value) => (value === "all" ? all() : setAsked({ outcome: value }, { replace: true }))}
      />
      {reports.isPending && <Loading />}
      {reports.isError && <Failed error={reports.error} retry={() => void reports.refetch()} />}
      {reports.isSuccess && items.length === 0 && wanted === "all" && (
        <Empty title={t`No report yet`}>
          <Trans>A candidate sends one from the app’s first screen, with “Check this computer”. You can ask
          for it in the invitation.</Trans>
        </Empty>
      )}
      {reports.isSuccess && items.length === 0 && wanted !== "all" && (
        <Empty
          title={t`Nothing found`}
          action={
            <Button variant="default" onClick={all}>
              <Trans>Show all reports</Trans>
            </Button>
          }
        >
          <Trans>No report came out like this.</Trans>
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable
            label={t`Computer checks`}
            heads={[t`Candidate`, t`Outcome`, t`Needs care`, t`Computer`, t`Received`]}
          >
            {items.map((report) => (
              <Table.Tr key={report.id}>
                <Table.Td>
                  <TwoLines
                    first={
                      <Anchor
                        component={Link}
                        to={`/interviews/${report.session}/readiness?report=${report.id}`}
                      >
                        {report.candidate_name}
                      </Anchor>
                    }
                    second={report.title}
                  />
                </Table.Td>
                <Table.Td>
                  <ReadinessBadge outcome={report.outcome} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{careWords(report.readiness.lines) || "–"}</Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{report.readiness.machine}</Text>
                </Table.Td>
                <Table.Td>{moment(report.received_at, ownZone())}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={reports.hasNextPage}
            busy={reports.isFetchingNextPage}
            onMore={() => void reports.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}
