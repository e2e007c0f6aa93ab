// The calibration lab: how well automatic scores agree with people. One rule: a grader stands beside
// what it has to beat and beside what two people reach.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, FileInput, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import { getDecided, measureGraded } from "../../client/sdk.gen";
import type { AgreementView, LabFigures } from "../../client/types.gen";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { ListTable } from "../../parts/table";
import { graderWords } from "../reviews/words";
import { Alike, Groups } from "./alike";
import { Gate } from "./gate";
import { band, figure, percent, signed } from "./words";

interface Line {
  name: string;
  found: AgreementView;
}

export function Component() {
  const decided = useQuery({
    queryKey: keys.decided,
    queryFn: async ({ signal }) => (await getDecided({ signal, throwOnError: true })).data.items,
  });
  const measure = useMutation({
    mutationFn: async (file: File) =>
      (await measureGraded({ body: file, throwOnError: true })).data,
  });
  return (
    <Page
      title={t`Calibration`}
      narrow
      lead={t`How well automatic scores agree with people. Figures are shares of the marks, intervals hold with 95 %.`}
    >
      <Stack gap="lg">
        <Gate />
        <Panel
          title={t`People’s decisions`}
          note={t`What graders had proposed for answers that a person has decided. Reviewers look where a look tells most, so these answers are the difficult ones.`}
        >
          {decided.isPending && <Loading rows={2} />}
          {decided.isError && (
            <Failed error={decided.error} retry={() => void decided.refetch()} />
          )}
          {decided.isSuccess && decided.data.length === 0 && (
            <Text c="dimmed"><Trans>No person has decided about a proposed score yet.</Trans></Text>
          )}
          {decided.isSuccess && decided.data.length > 0 && (
            <Figures
              label={t`People’s decisions`}
              lines={decided.data.map(({ grader, figures }) => ({
                name: graderWords(grader),
                found: figures,
              }))}
            />
          )}
        </Panel>
        <Panel
          title={t`Your own graded answers`}
          note={t`A CSV or XLSX file with question, expected_answer, answer, score and max_score; if you have them, second_score (another person), key_points, before_score with after_score (two versions of a grader), and person (any key) with group, to compare groups. It is not kept.`}
        >
          <Stack gap="md">
            <FileInput
              label={t`File`}
              placeholder={measure.isPending ? t`Is being measured…` : t`Choose a file`}
              accept=".csv,.xlsx"
              disabled={measure.isPending}
              value={null}
              onChange={(file) => file !== null && measure.mutate(file)}
            />
            {measure.isError && (
              <Alert color="ember" role="alert" title={explain(measure.error).title}>
                {explain(measure.error).detail}
              </Alert>
            )}
            {measure.isSuccess && <Measured found={measure.data} />}
          </Stack>
        </Panel>
      </Stack>
    </Page>
  );
}

function Measured({ found }: { found: LabFigures }) {
  const { alike, baseline, fairness, overlap, people, ruling } = found;
  const lines: Line[] = [
    { name: t`Baseline`, found: baseline },
    { name: t`Word overlap, to be beaten`, found: overlap },
  ];
  if (people !== null) lines.push({ name: t`Two people, the ceiling`, found: people });
  return (
    <Stack gap="md" role="status">
      <Text size="sm">
        <Trans>{baseline.n} answers to {baseline.questions} questions.</Trans>
      </Text>
      {ruling !== null && (
        <Alert
          color={ruling.passes ? "moss" : "ember"}
          title={ruling.passes ? t`The changed grader may be used` : t`The changed grader is refused`}
        >
          {ruling.words}
          {ruling.error_change !== null && t` Mean error ${signed(ruling.error_change)}.`}
          {ruling.pearson_change !== null && t` Correlation ${signed(ruling.pearson_change)}.`}
        </Alert>
      )}
      <Figures label={t`Agreement with people`} lines={lines} />
      <Alike found={alike} grader={t`the baseline`} />
      {fairness !== null && <Groups found={fairness} />}
    </Stack>
  );
}

function Figures({ label, lines }: { label: string; lines: Line[] }) {
  const bands = lines[0]?.found.bands ?? [];
  return (
    <Stack gap="md">
      <ListTable label={label} heads={[t`Grader`, t`Answers`, t`Correlation`, t`Kappa`, t`Mean error`, t`Bias`]}>
        {lines.map(({ name, found }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{found.n}</Table.Td>
            <Table.Td>{figure(found.pearson)}</Table.Td>
            <Table.Td>{figure(found.kappa)}</Table.Td>
            <Table.Td>{figure(found.mean_error)}</Table.Td>
            <Table.Td>{figure(found.bias)}</Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <ListTable
        label={t`${label}, by band`}
        heads={[t`Where people gave`, ...bands.map(({ low, high }) => t`${percent(low)} to ${percent(high)}`)]}
      >
        {lines.map(({ name, found }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            {found.bands.map((each) => (
              <Table.Td key={each.low}>{band(each)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </ListTable>
    </Stack>
  );
}
