// The calibration lab: how well automatic scores agree with people. One rule: a grader stands beside
// what it has to beat and beside what two people reach.
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
      title="Calibration"
      narrow
      lead="How well automatic scores agree with people. Figures are shares of the marks, intervals hold with 95 %."
    >
      <Stack gap="lg">
        <Gate />
        <Panel
          title="People’s decisions"
          note="What graders had proposed for answers that a person has decided. Reviewers look where a look tells most, so these answers are the difficult ones."
        >
          {decided.isPending && <Loading rows={2} />}
          {decided.isError && (
            <Failed error={decided.error} retry={() => void decided.refetch()} />
          )}
          {decided.isSuccess && decided.data.length === 0 && (
            <Text c="dimmed">No person has decided about a proposed score yet.</Text>
          )}
          {decided.isSuccess && decided.data.length > 0 && (
            <Figures
              label="People’s decisions"
              lines={decided.data.map(({ grader, figures }) => ({
                name: graderWords(grader),
                found: figures,
              }))}
            />
          )}
        </Panel>
        <Panel
          title="Your own graded answers"
          note="A CSV or XLSX file with question, expected_answer, answer, score and max_score; if you have them, second_score (another person), key_points, before_score with after_score (two versions of a grader), and person (any key) with group, to compare groups. It is not kept."
        >
          <Stack gap="md">
            <FileInput
              label="File"
              placeholder={measure.isPending ? "Is being measured…" : "Choose a file"}
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
    { name: "Baseline", found: baseline },
    { name: "Word overlap, to be beaten", found: overlap },
  ];
  if (people !== null) lines.push({ name: "Two people, the ceiling", found: people });
  return (
    <Stack gap="md" role="status">
      <Text size="sm">
        {baseline.n} answers to {baseline.questions} questions.
      </Text>
      {ruling !== null && (
        <Alert
          color={ruling.passes ? "moss" : "ember"}
          title={ruling.passes ? "The changed grader may be used" : "The changed grader is refused"}
        >
          {ruling.words}
          {ruling.error_change !== null && ` Mean error ${signed(ruling.error_change)}.`}
          {ruling.pearson_change !== null && ` Correlation ${signed(ruling.pearson_change)}.`}
        </Alert>
      )}
      <Figures label="Agreement with people" lines={lines} />
      <Alike found={alike} grader="the baseline" />
      {fairness !== null && <Groups found={fairness} />}
    </Stack>
  );
}

function Figures({ label, lines }: { label: string; lines: Line[] }) {
  const bands = lines[0]?.found.bands ?? [];
  return (
    <Stack gap="md">
      <ListTable label={label} heads={["Grader", "Answers", "Correlation", "Kappa", "Mean error", "Bias"]}>
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
        label={`${label}, by band`}
        heads={["Where people gave", ...bands.map(({ low, high }) => `${percent(low)} to ${percent(high)}`)]}
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
