// One paper: its details, and its questions in the order in which they are asked.
import { Alert, Button, Group, Menu, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { keys } from "../../api/queries";
import {
  changePaper,
  changeQuestion,
  createQuestion,
  deletePaper,
  deleteQuestion,
  getPaper,
} from "../../client/sdk.gen";
import type { PaperView, QuestionView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { length } from "../../words/time";
import { type Details, DetailsForm } from "./details";
import { blank, type Draft, fromQuestion, type Kind, KINDS, toBody } from "./draft";
import classes from "./papers.module.css";
import { QuestionForm } from "./question-form";

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
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened>(null);
  const [deleting, setDeleting] = useState<"paper" | QuestionView | null>(null);
  const fresh = () => queries.invalidateQueries({ queryKey: keys.papers });
  const asked = { throwOnError: true } as const;

  const saveDetails = useMutation({
    mutationFn: ({ title, description, minutes, language }: Details) =>
      changePaper({
        ...asked,
        path: { id: paper.id },
        body: { title, description, language, duration_s: Math.round(minutes * 60) },
      }),
    onSuccess: async () => {
      await fresh();
      setOpened(null);
      tellDone("The paper is saved.");
    },
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
    onSuccess: async () => {
      await fresh();
      setOpened(null);
      tellDone("The question is saved.");
    },
    onError: tellFailed,
  });
  const move = useMutation({
    mutationFn: ({ id, position }: { id: string; position: number }) =>
      changeQuestion({ ...asked, path: { id }, body: { position } }),
    onSuccess: fresh,
    onError: tellFailed,
  });
  const remove = useMutation({
    mutationFn: async (what: "paper" | QuestionView) => {
      if (what === "paper") await deletePaper({ ...asked, path: { id: paper.id } });
      else await deleteQuestion({ ...asked, path: { id: what.id } });
    },
    onSuccess: async (_, what) => {
      setDeleting(null);
      if (what === "paper") {
        queries.removeQueries({ queryKey: keys.paper(paper.id) });
        await navigate("/papers");
      }
      await fresh();
    },
    onError: (error) => {
      setDeleting(null);
      tellFailed(error);
    },
  });

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

  return (
    <Page
      title={paper.title}
      narrow
      above={<Back to="/papers">Papers</Back>}
      lead={[
        paper.questions.length === 1 ? "1 question" : `${paper.questions.length} questions`,
        `${paper.marks} marks`,
        length(paper.duration_s),
        `version ${paper.version}`,
      ].join(" · ")}
      actions={
        <>
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
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => setOpened({ what: "details" })}
                >
                  Edit
                </Button>
                <Button
                  size="xs"
                  variant="subtle"
                  color="ember"
                  onClick={() => setDeleting("paper")}
                >
                  Delete
                </Button>
              </Group>
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
        {paper.questions.length === 0 && opened?.what !== "new" && (
          <Empty title="No question yet" action={add}>
            An invite needs at least one question.
          </Empty>
        )}
        <ol className={classes.questions} aria-label="Questions">
          {paper.questions.map((question, index) => (
            <li key={question.id} className={classes.question}>
              {opened?.what === "old" && opened.id === question.id ? (
                <QuestionForm
                  initial={fromQuestion(question)}
                  fresh={false}
                  saving={saveQuestion.isPending}
                  onSave={(draft) => saveQuestion.mutate({ id: question.id, draft })}
                  onCancel={() => setOpened(null)}
                />
              ) : (
                <QuestionRow
                  question={question}
                  last={index === paper.questions.length - 1}
                  busy={move.isPending}
                  onEdit={() => setOpened({ what: "old", id: question.id })}
                  onMove={(position) => move.mutate({ id: question.id, position })}
                  onDelete={() => setDeleting(question)}
                />
              )}
            </li>
          ))}
          {opened?.what === "new" && (
            <li className={classes.question}>
              <QuestionForm
                key={opened.kind}
                initial={blank(opened.kind)}
                fresh
                saving={saveQuestion.isPending}
                onSave={(draft) => saveQuestion.mutate({ id: null, draft })}
                onCancel={() => setOpened(null)}
              />
            </li>
          )}
        </ol>
      </Stack>
      <Modal
        opened={deleting !== null}
        onClose={() => setDeleting(null)}
        title={deleting === "paper" ? "Delete this paper?" : "Delete this question?"}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text mb="lg">
          Interviews that were made from this paper keep their own copy; nothing changes for them.
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={() => setDeleting(null)}>
            Keep it
          </Button>
          <Button
            color="ember"
            loading={remove.isPending}
            onClick={() => deleting !== null && remove.mutate(deleting)}
          >
            Delete
          </Button>
        </Group>
      </Modal>
    </Page>
  );
}

interface QuestionRowProps {
  question: QuestionView;
  last: boolean;
  busy: boolean;
  onEdit: () => void;
  onMove: (position: number) => void;
  onDelete: () => void;
}

function QuestionRow({ question, last, busy, onEdit, onMove, onDelete }: QuestionRowProps) {
  const { position } = question;
  const points = question.key_points.length;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className={classes.meta}>
          <span className={classes.number}>Question {position}</span>
          <span>{KINDS.find((kind) => kind.value === question.kind)?.label ?? question.kind}</span>
          {question.language && <span>{question.language}</span>}
          <span>{question.marks === 1 ? "1 mark" : `${question.marks} marks`}</span>
          <span>{length(question.time_limit_s)}</span>
          {question.topic !== "" && <span>{question.topic}</span>}
          <span>{points === 1 ? "1 key point" : `${points} key points`}</span>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            color="slate"
            className={classes.tool}
            disabled={position === 1 || busy}
            aria-label={`Move question ${position} up`}
            onClick={() => onMove(position - 1)}
          >
            ↑
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="slate"
            className={classes.tool}
            disabled={last || busy}
            aria-label={`Move question ${position} down`}
            onClick={() => onMove(position + 1)}
          >
            ↓
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={onEdit}
            aria-label={`Edit question ${position}`}
          >
            Edit
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="ember"
            onClick={onDelete}
            aria-label={`Delete question ${position}`}
          >
            Delete
          </Button>
        </Group>
      </Group>
      <p className={classes.prompt}>{question.prompt}</p>
    </>
  );
}
