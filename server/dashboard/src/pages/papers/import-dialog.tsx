// A file of questions: chosen, looked at row by row, and only then taken over.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  Alert,
  Anchor,
  Badge,
  Button,
  FileInput,
  Group,
  List,
  Modal,
  NativeSelect,
  SimpleGrid,
  Stack,
  Table,
  Text,
} from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { explain } from "../../api/refusal";
import { importPaper, uploadQuestions } from "../../client/sdk.gen";
import type { ImportReport } from "../../client/types.gen";
import classes from "./papers.module.css";

interface ImportDialogProps {
  opened: boolean;
  /** The paper that the questions go to; left out: a new one is made. */
  paper?: string;
  onClose: () => void;
  onDone: (report: ImportReport) => void;
}

interface Asked {
  file: File;
  preview: boolean;
  take: "all" | "good";
  /** What columns are to stand for, where somebody says otherwise. */
  columns: Record<string, string>;
}

export function ImportDialog({ opened, paper, onClose, onDone }: ImportDialogProps) {
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<Record<string, string>>({});
  const read = useMutation({
    mutationFn: async ({ file, preview, take, columns }: Asked) => {
      const asked = { body: { file, columns: JSON.stringify(columns) }, query: { preview, take }, throwOnError: true } as const;
      return paper === undefined
        ? (await importPaper(asked)).data
        : (await uploadQuestions({ ...asked, path: { id: paper } })).data;
    },
    onSuccess: (report, { preview }) => {
      if (preview) return;
      leave();
      onDone(report);
    },
  });
  const report = read.data;
  const bad = report === undefined ? 0 : report.rows.length - report.fitting;
  const blocked = (report?.faults.length ?? 0) > 0;
  function leave() {
    setFile(null);
    read.reset();
    onClose();
  }
  function choose(chosen: File | null) {
    setFile(chosen);
    setColumns({});
    read.reset();
    if (chosen !== null) read.mutate({ file: chosen, preview: true, take: "all", columns: {} });
  }
  function say(heading: string, meaning: string) {
    const said = { ...columns, [heading]: meaning };
    setColumns(said);
    if (file !== null) read.mutate({ file, preview: true, take: "all", columns: said });
  }
  const take = (how: "all" | "good") =>
    file !== null && read.mutate({ file, preview: false, take: how, columns });
  return (
    <Modal
      opened={opened}
      onClose={leave}
      title={paper === undefined ? t`New paper from a file` : t`Questions from a file`}
      size={report === undefined ? "lg" : 860}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <FileInput
          label={t`File`}
          description={t`A CSV or Excel file with a heading row, or the JSON of an export. Up to 8 MB.`}
          placeholder={t`Choose a file`}
          accept=".csv,.tsv,.txt,.xlsx,.json"
          clearable
          clearButtonProps={{ "aria-label": t`Choose no file` }}
          value={file}
          onChange={choose}
        />
        <Text size="sm">
          <Trans>Start from the template:{" "}
          <Anchor href="/api/admin/papers/template?format=xlsx" download size="sm" underline="always">
            Excel
          </Anchor>
          {", "}
          <Anchor href="/api/admin/papers/template?format=csv" download size="sm" underline="always">
            CSV
          </Anchor></Trans>
        </Text>
        {read.isPending && (
          <Text size="sm" c="dimmed" role="status">
            <Trans>The file is being read…</Trans>
          </Text>
        )}
        {read.isError && (
          <Alert color="ember" title={explain(read.error).title} role="alert">
            {explain(read.error).detail}
          </Alert>
        )}
        {report !== undefined && report.columns.length > 0 && (
          <Columns report={report} busy={read.isPending} onSay={say} />
        )}
        {report !== undefined && <Preview report={report} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={leave}>
            <Trans>Cancel</Trans>
          </Button>
          {report !== undefined && bad > 0 && report.fitting > 0 && !blocked && (
            <Button variant="default" loading={read.isPending} onClick={() => take("good")}>
              {plural(report.fitting, { one: "Take over the # good row", other: "Take over the # good rows" })}
            </Button>
          )}
          <Button
            disabled={report === undefined || report.fitting === 0 || bad > 0 || blocked}
            loading={read.isPending && report !== undefined}
            onClick={() => take("all")}
          >
            <Trans>Take over</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ColumnsProps {
  report: ImportReport;
  busy: boolean;
  onSay: (heading: string, meaning: string) => void;
}

function Columns({ report, busy, onSay }: ColumnsProps) {
  const unknown = report.columns.filter(({ meaning }) => meaning === "").length;
  const data = [
    { value: "", label: t`Leave out` },
    ...report.meanings.map((value) => ({ value, label: value.replaceAll("_", " ") })),
  ];
  return (
    <details open={unknown > 0}>
      <summary>
        {unknown === 0
          ? t`What the columns stand for`
          : t`What the columns stand for (${unknown} left out)`}
      </summary>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
        {report.columns.map(({ heading, meaning }) => (
          <NativeSelect
            key={heading}
            label={heading.replaceAll("_", " ")}
            data={
              data.some(({ value }) => value === meaning)
                ? data
                : [...data, { value: meaning, label: meaning.replaceAll("_", " ") }]
            }
            value={meaning}
            disabled={busy}
            onChange={(event) => onSay(heading, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
    </details>
  );
}

function Preview({ report }: { report: ImportReport }) {
  const bad = report.rows.length - report.fitting;
  return (
    <Stack gap="sm">
      <Text fw={500} role="status">
        {[
          report.title !== null ? `“${report.title}”` : "",
          plural(report.fitting, { one: "# question fits", other: "# questions fit" }),
          bad === 0 ? "" : plural(bad, { one: "# row has a fault", other: "# rows have faults" }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {report.faults.length > 0 && (
        <Alert color="ember" role="alert">
          {report.faults.map((fault, at) => (
            <div key={at}>{[fault.column, fault.message].filter(Boolean).join(": ")}</div>
          ))}
        </Alert>
      )}
      {report.notes.length > 0 && (
        <List size="sm" c="dimmed">
          {report.notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
      )}
      <div className={classes.preview} tabIndex={0} role="region" aria-label={t`Rows of the file`}>
        <Table stickyHeader aria-label={t`Rows of the file`}>
          <Table.Thead>
            <Table.Tr>
              {[t`Row`, t`Kind`, t`Question`, t`Topic`, t`Marks`, ""].map((head, at) => (
                <Table.Th key={at} scope="col">
                  {head || <span className={classes.unseen}><Trans>State</Trans></span>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.rows.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Td>{row.row}</Table.Td>
                <Table.Td>{row.kind}</Table.Td>
                <Table.Td>
                  <div className={classes.first}>{row.prompt}</div>
                  {row.faults.map((fault, at) => (
                    <div key={at} className={classes.fault}>
                      {fault.column !== "" && <b>{fault.column}: </b>}
                      {fault.message}
                    </div>
                  ))}
                </Table.Td>
                <Table.Td>{row.topic}</Table.Td>
                <Table.Td>{row.marks ?? "–"}</Table.Td>
                <Table.Td>
                  <Badge color={row.fits ? "moss" : "ember"} miw="max-content">
                    {row.fits ? t`Fits` : t`Fault`}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
