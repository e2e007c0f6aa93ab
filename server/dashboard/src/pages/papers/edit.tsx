// One paper: its details, its questions in the order in which they are asked, its versions.
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
      <Page title="Paper" narrow above={<Back to="/papers">Papers</Back>}>
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
        <Button>Add question</Button>
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
      above={<Back to="/papers">Papers</Back>}
      lead={
        <Group gap={10}>
          <span>
            {[
              paper.questions.length === 1 ? "1 question" : `${paper.questions.length} questions`,
              `${paper.marks} marks`,
              length(paper.duration_s),
              `version ${paper.version}`,
            ].join(" · ")}
          </span>
          {paper.archived && <Badge color="slate">Put away</Badge>}
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
            Invite a candidate
          </Button>
          {add}
        </>
      }
    >
      <Stack gap="lg">
        <Panel
          title="About this paper"
          aside={
            opened?.what !== "details" && (
              <Button size="xs" variant="default" onClick={() => setOpened({ what: "details" })}>
                Edit
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
              submit="Save"
              saving={saveDetails.isPending}
              onSave={(details) => saveDetails.mutate(details)}
              onCancel={() => setOpened(null)}
            />
          ) : (
            <Text className={classes.description} c={paper.description === "" ? "dimmed" : undefined}>
              {paper.description || "No description."}
            </Text>
          )}
        </Panel>
        {allotted > paper.duration_s && (
          <Alert color="amber" title="The questions take longer than the interview">
            Their time limits add up to {length(allotted)}; the interview has{" "}
            {length(paper.duration_s)}. Candidates may not reach the last ones.
          </Alert>
        )}
        <Untested
          paper={paper.id}
          any={paper.questions.some((question) => question.kind === "coding")}
        />
        {paper.questions.length === 0 && opened?.what !== "new" && (
          <Empty
            title="No question yet"
            action={
              <Group gap="sm">
                <Button variant="default" onClick={() => setImporting(true)}>
                  From a file
                </Button>
                <Button variant="default" onClick={() => setDocuments(true)}>
                  From a resume or job
                </Button>
                {add}
              </Group>
            }
          >
            An invite needs at least one question.
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
          tellDone(added === 1 ? "1 question was added." : `${added} questions were added.`);
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
    onSuccess: saved("The paper is saved."),
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
    onSuccess: saved("The question is saved."),
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
    onSuccess: saved("The copy stands right behind the question."),
    onError: tellFailed,
  });
  const restore = useMutation({
    mutationFn: (id: string) => restoreQuestion({ ...asked, path: { id } }),
    onSuccess: saved("The question is back in its place."),
    onError: tellFailed,
  });
  const remove = useMutation({
    mutationFn: ({ id }: QuestionView) => deleteQuestion({ ...asked, path: { id } }),
    onSuccess: async (_, { id, position }) => {
      await fresh();
      done();
      tellUndoable(`Question ${position} is deleted.`, () => restore.mutate(id));
    },
    onError: tellFailed,
  });
  return { saveDetails, saveQuestion, move, copy, remove, restore, fresh };
}
