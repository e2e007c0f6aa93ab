// One paper: its details, its questions in the order in which they are asked, its versions.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Badge, Button, Group, Menu, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { keys } from "../../api/queries";
import {
  changePaper,
  changeQuestion,
  createQuestion,
  deleteQuestion,
  duplicateQuestion,
  getPaper,
  restoreQuestion,
} from "../../client/sdk.gen";
import type { PaperView, QuestionView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { Owner } from "../../parts/owner";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { tellUndoable } from "../../parts/undo";
import { length } from "../../words/time";
import { Deleted } from "./deleted";
import { type Details, DetailsForm } from "./details";
import { DrawPanel } from "./draw";
import { blank, type Draft, fromQuestion, type Kind, KINDS, toBody } from "./draft";
import { DocumentsDialog } from "./documents";
import { furtherOf } from "../../words/further";
import { FurtherPanel } from "./further-panel";
import { ImportDialog } from "./import-dialog";
import { PaperMenu } from "./paper-menu";
import classes from "./papers.module.css";
import { QuestionForm } from "./question-form";
import { QuestionList } from "./question-list";
import { Untested } from "./tested-row";
import { Versions } from "./versions";

export function Component() {
  const { id = "" } = useParams();
  const paper = useQuery({
    queryKey: keys.paper(id),
    queryFn: async ({ signal }) =>
      (await getPaper({ path: { id }, signal, throwOnError: true })).data,
  });
  if (paper.isPending || paper.isError) {
    return (
      <Page title={t`Paper`} narrow above={<Back to="/papers"><Trans>Papers</Trans></Back>}>
        {paper.isPending ? (
          <Loading rows={4} height={96} />
        ) : (
          <Failed error={paper.error} retry={() => void paper.refetch()} />
        )}
      </Page>
    );
  }
  return <Editor key={paper.data.id} paper={paper.data} />;
}

type Opened = { what: "details" } | { what: "new"; kind: Kind } | { what: "old"; id: string } | null;

function Editor({ paper }: { paper: PaperView }) {
  const [opened, setOpened] = useState<Opened>(null);
  const [importing, setImporting] = useState(false);
  const [documents, setDocuments] = useState(false);
  const { saveDetails, saveQuestion, move, copy, remove, restore, fresh } = useChanges(paper, () =>
    setOpened(null),
  );
  const busy = [move, copy, remove, restore].some((change) => change.isPending);
  const allotted = paper.questions.reduce((sum, question) => sum + question.time_limit_s, 0);
  const add = (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button><Trans>Add question</Trans></Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(({ value, label, hint }) => (
          <Menu.Item key={value} onClick={() => setOpened({ what: "new", kind: value })}>
            {label}
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  const old =
    opened?.what === "old" ? paper.questions.find((each) => each.id === opened.id) : undefined;

  return (
    <Page
      title={paper.title}
      narrow
      above={<Back to="/papers"><Trans>Papers</Trans></Back>}
      lead={
        <Group gap={10}>
          <span>
            {[
              plural(paper.questions.length, { one: "# question", other: "# questions" }),
              t`${paper.marks} marks`,
              length(paper.duration_s),
              t`version ${paper.version}`,
            ].join(" · ")}
          </span>
          {paper.archived && <Badge color="slate"><Trans>Put away</Trans></Badge>}
        </Group>
      }
      actions={
        <>
          <Owner kind="paper" id={paper.id} />
          <PaperMenu
            paper={paper}
            onImport={() => setImporting(true)}
            onDocuments={() => setDocuments(true)}
          />
          <Button component={Link} to="/interviews/new" variant="default">
            <Trans>Invite a candidate</Trans>
          </Button>
          {add}
        </>
      }
    >
      <Stack gap="lg">
        <Panel
          title={t`About this paper`}
          aside={
            opened?.what !== "details" && (
              <Button size="xs" variant="default" onClick={() => setOpened({ what: "details" })}>
                <Trans>Edit</Trans>
              </Button>
            )
          }
        >
          {opened?.what === "details" ? (
            <DetailsForm
              initial={{
                title: paper.title,
                description: paper.description,
                minutes: paper.duration_s / 60,
                language: paper.language,
              }}
              submit={t`Save`}
              saving={saveDetails.isPending}
              onSave={(details) => saveDetails.mutate(details)}
              onCancel={() => setOpened(null)}
            />
          ) : (
            <Text className={classes.description} c={paper.description === "" ? "dimmed" : undefined}>
              {paper.description || t`No description.`}
            </Text>
          )}
        </Panel>
        {allotted > paper.duration_s && (
          <Alert color="amber" title={t`The questions take longer than the interview`}>
            <Trans>Their time limits add up to {length(allotted)}; the interview has{" "}
            {length(paper.duration_s)}. Candidates may not reach the last ones.</Trans>
          </Alert>
        )}
        <Untested
          paper={paper.id}
          any={paper.questions.some((question) => question.kind === "coding")}
        />
        {paper.questions.length === 0 && opened?.what !== "new" && (
          <Empty
            title={t`No question yet`}
            action={
              <Group gap="sm">
                <Button variant="default" onClick={() => setImporting(true)}>
                  <Trans>From a file</Trans>
                </Button>
                <Button variant="default" onClick={() => setDocuments(true)}>
                  <Trans>From a resume or job</Trans>
                </Button>
                {add}
              </Group>
            }
          >
            <Trans>An invite needs at least one question.</Trans>
          </Empty>
        )}
        <QuestionList
          questions={paper.questions}
          busy={busy}
          editor={
            old === undefined
              ? null
              : {
                  id: old.id,
                  form: (
                    <QuestionForm
                      initial={fromQuestion(old)}
                      fresh={false}
                      saving={saveQuestion.isPending}
                      onSave={(draft) => saveQuestion.mutate({ id: old.id, draft })}
                      onCancel={() => setOpened(null)}
                    />
                  ),
                }
          }
          fresh={
            opened?.what === "new" ? (
              <QuestionForm
                key={opened.kind}
                initial={blank(opened.kind)}
                fresh
                saving={saveQuestion.isPending}
                onSave={(draft) => saveQuestion.mutate({ id: null, draft })}
                onCancel={() => setOpened(null)}
              />
            ) : null
          }
          onEdit={(question) => setOpened({ what: "old", id: question.id })}
          onMove={(question, position) => move.mutate({ id: question.id, position })}
          onDuplicate={(question) => copy.mutate(question)}
          onDelete={(question) => remove.mutate(question)}
        />
        <Deleted paper={paper.id} busy={busy} onRestore={(id) => restore.mutate(id)} />
        {paper.questions.length > 0 && <DrawPanel paper={paper.id} />}
        <FurtherPanel key={JSON.stringify(furtherOf(paper.policy))} paper={paper} />
        <Versions paper={paper.id} />
      </Stack>
      <DocumentsDialog
        opened={documents}
        paper={paper.id}
        onClose={() => setDocuments(false)}
      />
      <ImportDialog
        opened={importing}
        paper={paper.id}
        onClose={() => setImporting(false)}
        onDone={async ({ added }) => {
          await fresh();
          tellDone(plural(added, { one: "# question was added.", other: "# questions were added." }));
        }}
      />
    </Page>
  );
}

/** Everything that changes a paper or its questions; `done` closes what was open. */
function useChanges(paper: PaperView, done: () => void) {
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries({ queryKey: keys.papers });
  const asked = { throwOnError: true } as const;
  const saved = (message: string) => async () => {
    await fresh();
    done();
    tellDone(message);
  };
  const saveDetails = useMutation({
    mutationFn: ({ title, description, minutes, language }: Details) =>
      changePaper({
        ...asked,
        path: { id: paper.id },
        body: { title, description, language, duration_s: Math.round(minutes * 60) },
      }),
    onSuccess: saved(t`The paper is saved.`),
    onError: tellFailed,
  });
  const saveQuestion = useMutation({
    mutationFn: async ({ id, draft }: { id: string | null; draft: Draft }) => {
      if (id === null) {
        await createQuestion({ ...asked, path: { id: paper.id }, body: toBody(draft) });
      } else {
        await changeQuestion({ ...asked, path: { id }, body: toBody(draft) });
      }
    },
    onSuccess: saved(t`The question is saved.`),
    onError: tellFailed,
  });
  const move = useMutation({
    mutationFn: ({ id, position }: { id: string; position: number }) =>
      changeQuestion({ ...asked, path: { id }, body: { position } }),
    onSuccess: fresh,
    onError: tellFailed,
  });
  const copy = useMutation({
    mutationFn: ({ id }: QuestionView) => duplicateQuestion({ ...asked, path: { id } }),
    onSuccess: saved(t`The copy stands right behind the question.`),
    onError: tellFailed,
  });
  const restore = useMutation({
    mutationFn: (id: string) => restoreQuestion({ ...asked, path: { id } }),
    onSuccess: saved(t`The question is back in its place.`),
    onError: tellFailed,
  });
  const remove = useMutation({
    mutationFn: ({ id }: QuestionView) => deleteQuestion({ ...asked, path: { id } }),
    onSuccess: async (_, { id, position }) => {
      await fresh();
      done();
      tellUndoable(t`Question ${position} is deleted.`, () => restore.mutate(id));
    },
    onError: tellFailed,
  });
  return { saveDetails, saveQuestion, move, copy, remove, restore, fresh };
}
