// The versions of a paper that interviews use: looked at as they were, and compared in words.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { compareVersions, getVersion, listVersions } from "../../client/sdk.gen";
import type { ChangeView } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { length, moment, ownZone } from "../../words/time";
import { KINDS } from "./draft";
import classes from "./papers.module.css";

type Shown = { what: "view" | "changes"; version: number } | null;

export function Versions({ paper }: { paper: string }) {
  const [shown, setShown] = useState<Shown>(null);
  const found = useQuery({
    queryKey: [...keys.paper(paper), "versions"],
    queryFn: async ({ signal }) =>
      (await listVersions({ path: { id: paper }, signal, throwOnError: true })).data,
  });
  return (
    <Panel
      title={t`Versions`}
      note={t`A version is kept from its first interview on and never changes. Interviews stay with theirs.`}
    >
      {found.isPending && <Loading rows={2} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && found.data.items.length === 0 && (
        <Text c="dimmed"><Trans>No interview was made from this paper yet.</Trans></Text>
      )}
      {found.isSuccess && found.data.items.length > 0 && (
        <Table aria-label={t`Versions`}>
          <Table.Thead>
            <Table.Tr>
              {[t`Version`, t`First used`, t`Interviews`, t`Questions`, ""].map((head, at) => (
                <Table.Th key={at} scope="col">
                  {head || <span className={classes.unseen}><Trans>Look</Trans></span>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.data.items.map((one) => (
              <Table.Tr key={one.version}>
                <Table.Td>
                  {one.version}
                  {one.version === found.data.current && t` (as it stands)`}
                </Table.Td>
                <Table.Td>{moment(one.made_at, ownZone())}</Table.Td>
                <Table.Td>{one.interviews}</Table.Td>
                <Table.Td>{t`${one.question_count} · ${one.marks} marks`}</Table.Td>
                <Table.Td>
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t`Open version ${one.version}`}
                      onClick={() => setShown({ what: "view", version: one.version })}
                    >
                      <Trans>Open</Trans>
                    </Button>
                    {one.version !== found.data.current && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t`Changes since version ${one.version}`}
                        onClick={() => setShown({ what: "changes", version: one.version })}
                      >
                        <Trans>Changes since</Trans>
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="lg"
        title={
          shown?.what === "changes"
            ? t`Changes since version ${shown.version}`
            : t`Version ${shown?.version ?? ""}`
        }
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        {shown?.what === "view" && <Old paper={paper} version={shown.version} />}
        {shown?.what === "changes" && <Changes paper={paper} version={shown.version} />}
      </Modal>
    </Panel>
  );
}

function Old({ paper, version }: { paper: string; version: number }) {
  const found = useQuery({
    queryKey: [...keys.paper(paper), "versions", version],
    queryFn: async ({ signal }) =>
      (await getVersion({ path: { id: paper, version }, signal, throwOnError: true })).data,
  });
  if (found.isPending) return <Loading rows={3} />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { document } = found.data;
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{document.title}</Text>
        <Text size="sm" c="dimmed">
          {`${length(document.duration_s ?? 3600)} · `}
          <Anchor
            size="sm"
            underline="always"
            download
            href={`/api/admin/papers/${paper}/export?format=xlsx&version=${version}`}
          >
            <Trans>Download this version</Trans>
          </Anchor>
        </Text>
      </div>
      <ol className={classes.plain}>
        {(document.questions ?? []).map((question, at) => (
          <li key={question.id ?? at}>
            <div className={classes.meta}>
              <span>{KINDS.find((kind) => kind.value === question.kind)?.label}</span>
              <span>{t`${question.marks ?? 10} marks`}</span>
              {question.topic && <span>{question.topic}</span>}
            </div>
            <p className={classes.prompt}>{question.prompt}</p>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function Changes({ paper, version }: { paper: string; version: number }) {
  const found = useQuery({
    queryKey: [...keys.paper(paper), "versions", version, "changes"],
    queryFn: async ({ signal }) =>
      (await compareVersions({ path: { id: paper, version }, signal, throwOnError: true })).data,
  });
  if (found.isPending) return <Loading rows={3} />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { changes } = found.data;
  if (changes.length === 0) return <Text><Trans>Nothing that an interview reads was changed.</Trans></Text>;
  return (
    <ul className={classes.changes} aria-label={t`Changes`}>
      {changes.map((change, at) => (
        <Line key={at} change={change} />
      ))}
    </ul>
  );
}

function Line({ change }: { change: ChangeView }) {
  return (
    <li>
      <b>{change.place}.</b> {change.words}
      {change.before !== "" && <pre className={classes.was}>{change.before}</pre>}
      {change.after !== "" && <pre className={classes.now}>{change.after}</pre>}
    </li>
  );
}
