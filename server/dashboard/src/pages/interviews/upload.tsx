// A list of candidates from a file: looked at row by row, and only then invited. One rule: the
// links are in this one answer, so the result is offered as a file before the dialog is left.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Badge, Button, FileInput, Group, Modal, Select, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import { inviteMany } from "../../client/sdk.gen";
import type { BulkView } from "../../client/types.gen";
import { ownZone } from "../../words/time";
import { outcomeWords } from "../../words/upload";
import classes from "../papers/papers.module.css";
import { usePapers } from "./filters";
import { csvOf } from "./result-file";
import { WindowFields, windowOf, windowWhole, type WindowWish } from "./window-fields";

interface Asked {
  commit: boolean;
  rows: "all" | "good";
}

export function UploadDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const papers = usePapers();
  const [paper, setPaper] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [wish, setWish] = useState<WindowWish>({ zone: ownZone(), opens: "", closes: "" });
  const read = useMutation({
    mutationFn: async ({ commit, rows }: Asked) =>
      (
        await inviteMany({
          body: file ?? new Blob(),
          query: {
            paper_id: paper ?? "",
            commit,
            rows,
            zone: wish.zone,
            ...(windowWhole(wish) && windowOf(wish)),
          },
          throwOnError: true,
        })
      ).data,
    onSuccess: async ({ committed }) => {
      if (committed) await queries.invalidateQueries({ queryKey: keys.interviews });
    },
  });
  const report = read.data;
  const done = report?.committed === true;
  const fresh = report?.rows.filter(({ outcome }) => outcome === "new").length ?? 0;
  const bad = report?.rows.filter(({ outcome }) => outcome === "fault").length ?? 0;

  function leave() {
    setFile(null);
    read.reset();
    onClose();
  }
  /** What was read holds only for what it was read with. */
  function altered(change: () => void) {
    change();
    read.reset();
  }

  return (
    <Modal
      opened={opened}
      onClose={leave}
      title={t`Upload a list`}
      size={report === undefined ? "lg" : 900}
      closeOnClickOutside={!done}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        {!done && (
          <>
            <Select
              label={t`Paper`}
              required
              searchable
              placeholder={t`Choose a paper`}
              data={(papers.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
              value={paper}
              onChange={(value) => altered(() => setPaper(value))}
            />
            <FileInput
              label={t`File`}
              required
              description={t`CSV or Excel with the columns name and email; also opens_at, closes_at, zone, duration_min, extra_time_percent, accommodations.`}
              placeholder={t`Choose a file`}
              accept=".csv,.tsv,.txt,.xlsx"
              clearable
              clearButtonProps={{ "aria-label": t`Choose no file` }}
              value={file}
              onChange={(value) => altered(() => setFile(value))}
            />
            <div>
              <Text fw={500} mb="xs">
                <Trans>Window, where a row names none</Trans>
              </Text>
              <WindowFields wish={wish} onChange={(value) => altered(() => setWish(value))} />
            </div>
          </>
        )}
        {read.isError && (
          <Alert color="ember" title={explain(read.error).title} role="alert">
            {explain(read.error).detail}
          </Alert>
        )}
        {report !== undefined && <Rows report={report} />}
        {done && (
          <Alert color="moss" title={t`The links are shown only now`}>
            <Trans>Download the result: it holds each candidate’s link, and no page shows it again.</Trans>
          </Alert>
        )}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={leave}>
            {done ? t`Close` : t`Cancel`}
          </Button>
          {report !== undefined && (
            <Button variant={done ? "filled" : "default"} onClick={() => keep(report)}>
              <Trans>Download the result</Trans>
            </Button>
          )}
          {report === undefined && (
            <Button
              disabled={paper === null || file === null}
              loading={read.isPending}
              onClick={() => read.mutate({ commit: false, rows: "all" })}
            >
              <Trans>Look at the rows</Trans>
            </Button>
          )}
          {report !== undefined && !done && (
            <Button
              disabled={fresh === 0}
              loading={read.isPending}
              onClick={() => read.mutate({ commit: true, rows: bad > 0 ? "good" : "all" })}
            >
              {bad > 0 ? t`Invite only the good rows (${fresh})` : t`Invite all (${fresh})`}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Rows({ report }: { report: BulkView }) {
  const count = (...wanted: string[]) =>
    report.rows.filter(({ outcome }) => wanted.includes(outcome)).length;
  const faults = count("fault");
  return (
    <Stack gap="sm">
      <Text fw={500} role="status">
        {[
          report.committed ? t`${count("made")} invited` : t`${count("new")} to invite`,
          count("there", "twice") > 0 ? t`${count("there", "twice")} left as they are` : "",
          faults === 0 ? "" : plural(faults, { one: "# row has a fault", other: "# rows have faults" }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {report.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      <div className={classes.preview} tabIndex={0} role="region" aria-label={t`Rows of the file`}>
        <Table stickyHeader aria-label={t`Rows of the file`}>
          <Table.Thead>
            <Table.Tr>
              {[t`Row`, t`Name`, t`E-mail`, t`Outcome`].map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.rows.map((row) => {
              const { label, tone } = outcomeWords(row);
              return (
                <Table.Tr key={row.row}>
                  <Table.Td>{row.row}</Table.Td>
                  <Table.Td>{row.name}</Table.Td>
                  <Table.Td>
                    {row.email}
                    {row.faults.map((fault, at) => (
                      <div key={at} className={classes.fault}>
                        {fault.column !== "" && <b>{fault.column}: </b>}
                        {fault.message}
                      </div>
                    ))}
                  </Table.Td>
                  <Table.Td>
                    <Badge color={tone} miw="max-content">
                      {label}
                    </Badge>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}

function keep(report: BulkView): void {
  const url = URL.createObjectURL(new Blob([csvOf(report.rows)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "invitations.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
