// Resumes and job descriptions: read by the server, drafted from, and decided upon one by one. One
// rule: a draft stands beside the sentence that it came from, and only a person's click adds it.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  Alert,
  Badge,
  Button,
  FileInput,
  Group,
  List,
  Modal,
  Progress,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  UnstyledButton,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import {
  approveDraft,
  changeDraft,
  deleteDocument,
  dismissDraft,
  getDocument,
  listDocuments,
  uploadQuestions,
} from "../../client/sdk.gen";
import type { DocumentView, DraftView } from "../../client/types.gen";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import classes from "./documents.module.css";

const WHAT = [
  { value: "job_description", label: t`Job description` },
  { value: "resume", label: t`Resume` },
] as const;
type What = (typeof WHAT)[number]["value"];
const asked = { throwOnError: true } as const;

interface DocumentsDialogProps {
  opened: boolean;
  paper: string;
  onClose: () => void;
}

export function DocumentsDialog({ opened, paper, onClose }: DocumentsDialogProps) {
  const queries = useQueryClient();
  const [what, setWhat] = useState<What>("job_description");
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.paper(paper), "documents"],
    queryFn: async ({ signal }) =>
      (await listDocuments({ path: { id: paper }, signal, ...asked })).data.items,
    enabled: opened,
    refetchInterval: ({ state }) => (state.data?.some(waits) === true ? 1500 : false),
  });
  const upload = useMutation({
    mutationFn: async (file: File) =>
      (await uploadQuestions({ ...asked, path: { id: paper }, body: { file, what } })).data,
    onSuccess: async (report) => {
      setChosen(report.document_id ?? null);
      await queries.invalidateQueries({ queryKey: [...keys.paper(paper), "documents"] });
    },
  });
  const documents = found.data ?? [];
  const shown = documents.find((each) => each.id === chosen) ?? documents[0];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Draft questions from a document`}
      size={860}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <Group align="flex-end" gap="md">
          <SegmentedControl
            aria-label={t`What the document is`}
            data={[...WHAT]}
            value={what}
            onChange={(value) => setWhat(value as What)}
          />
          <FileInput
            className={classes.file}
            label={t`Document`}
            description={t`PDF, Word (.docx), text or Markdown. Up to 8 MB. It is not kept.`}
            placeholder={upload.isPending ? t`Is being sent…` : t`Choose a file`}
            accept=".pdf,.docx,.txt,.md"
            disabled={upload.isPending}
            value={null}
            onChange={(file) => file !== null && upload.mutate(file)}
          />
        </Group>
        {upload.isError && (
          <Alert color="ember" title={explain(upload.error).title} role="alert">
            {explain(upload.error).detail}
          </Alert>
        )}
        {found.isPending && opened && <Loading rows={2} height={60} />}
        {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
        {documents.length > 1 && (
          <nav aria-label={t`Documents`} className={classes.documents}>
            {documents.map((each) => (
              <UnstyledButton
                key={each.id}
                className={classes.document}
                aria-current={each.id === shown?.id}
                onClick={() => setChosen(each.id)}
              >
                {each.name || t`Document`}
                <Text size="xs" c="dimmed">
                  {short(each)}
                </Text>
              </UnstyledButton>
            ))}
          </nav>
        )}
        {shown !== undefined && <OneDocument key={shown.id} paper={paper} document={shown} />}
      </Stack>
    </Modal>
  );
}

function OneDocument({ paper, document }: { paper: string; document: DocumentView }) {
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries({ queryKey: keys.papers });
  const found = useQuery({
    queryKey: [...keys.paper(paper), "documents", document.id],
    queryFn: async ({ signal }) =>
      (await getDocument({ path: { id: document.id }, signal, ...asked })).data,
    enabled: document.state === "ready",
  });
  const forget = useMutation({
    mutationFn: () => deleteDocument({ ...asked, path: { id: document.id } }),
    onSuccess: async () => {
      await fresh();
      tellDone(t`The document and its drafts are forgotten. Approved questions stay.`);
    },
    onError: tellFailed,
  });
  return (
    <Stack gap="md">
      <Group justify="space-between" align="baseline">
        <Text fw={600} role="status">
          {[document.name, short(document)].filter(Boolean).join(" · ")}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={forget.isPending}
          onClick={() => forget.mutate()}
        >
          <Trans>Forget this document</Trans>
        </Button>
      </Group>
      {waits(document) && (
        <Progress value={progress(document)} animated aria-label={t`How far the document is read`} />
      )}
      {document.state === "refused" && (
        <Alert color="ember" title={t`This document is not read`} role="alert">
          {document.problem_words}
        </Alert>
      )}
      {document.removed.length > 0 && (
        <Alert color="amber" title={t`Parts of the file that a reader does not see were left out`}>
          <List size="sm">
            {document.removed.map((part, at) => (
              <List.Item key={at}>
                {part.words}
                {part.page !== null && t`, page ${part.page}`}
                {part.sample === "" ? t` (${part.characters} characters)` : `: “${part.sample}”`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {document.notes.length > 0 && (
        <List size="sm" c="dimmed">
          {document.notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
      )}
      {document.drafted_by === "rules" && (
        <Text size="sm" c="dimmed">
          <Trans>Drafted from a list of skills and tasks, without a language model. Read each one before you
          approve it.</Trans>
        </Text>
      )}
      {document.state === "ready" && found.isPending && <Loading rows={3} height={120} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      <ul className={classes.drafts}>
        {found.data?.drafts.map((draft) => (
          <OneDraft key={draft.id} draft={draft} onChanged={fresh} />
        ))}
      </ul>
    </Stack>
  );
}

function OneDraft({ draft, onChanged }: { draft: DraftView; onChanged: () => Promise<void> }) {
  const [text, setText] = useState<string | null>(null);
  const { question, source } = draft;
  const save = useMutation({
    mutationFn: (prompt: string) =>
      changeDraft({ ...asked, path: { id: draft.id }, body: { prompt } }),
    onSuccess: async () => {
      await onChanged();
      setText(null);
    },
    onError: tellFailed,
  });
  const decide = useMutation({
    mutationFn: (approved: boolean) =>
      (approved ? approveDraft : dismissDraft)({ ...asked, path: { id: draft.id } }),
    onSuccess: async (_, approved) => {
      await onChanged();
      if (approved) tellDone(t`The question is the paper's last one now.`);
    },
    onError: tellFailed,
  });
  const name = t`draft ${draft.position}`;
  return (
    <li className={classes.draft} data-state={draft.state}>
      <Group gap={8}>
        <Badge color="slate">{question.topic}</Badge>
        <Badge color="slate">{question.difficulty}</Badge>
        {draft.state === "approved" && <Badge color="moss"><Trans>In the paper</Trans></Badge>}
        {draft.state === "dismissed" && <Badge color="slate"><Trans>Dismissed</Trans></Badge>}
      </Group>
      {text === null ? (
        <p className={classes.prompt}>{question.prompt}</p>
      ) : (
        <Textarea
          mt="xs"
          autosize
          minRows={2}
          aria-label={t`Question of ${name}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <figure className={classes.source}>
        <blockquote>{source.quote}</blockquote>
        <figcaption>
          <Trans>{source.page === null ? "" : t`Page ${source.page}, `}paragraph {source.paragraph} of the
          document</Trans>
        </figcaption>
      </figure>
      {(question.key_points?.length ?? 0) > 0 && (
        <details>
          <summary><Trans>What a good answer holds</Trans></summary>
          <List size="sm" mt={6}>
            {question.key_points?.map((point, at) => <List.Item key={at}>{point.text}</List.Item>)}
          </List>
        </details>
      )}
      {draft.state !== "approved" && (
        <Group gap="xs" mt="sm">
          {text === null ? (
            <>
              <Button
                size="xs"
                aria-label={t`Approve ${name}`}
                loading={decide.isPending}
                onClick={() => decide.mutate(true)}
              >
                <Trans>Approve</Trans>
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={t`Edit ${name}`}
                onClick={() => setText(question.prompt)}
              >
                <Trans>Edit</Trans>
              </Button>
              {draft.state === "open" && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t`Dismiss ${name}`}
                  disabled={decide.isPending}
                  onClick={() => decide.mutate(false)}
                >
                  <Trans>Dismiss</Trans>
                </Button>
              )}
            </>
          ) : (
            <>
              <Button
                size="xs"
                disabled={text.trim() === ""}
                loading={save.isPending}
                onClick={() => save.mutate(text)}
              >
                <Trans>Save</Trans>
              </Button>
              <Button size="xs" variant="default" onClick={() => setText(null)}>
                <Trans>Cancel</Trans>
              </Button>
            </>
          )}
        </Group>
      )}
    </li>
  );
}

function waits(document: DocumentView): boolean {
  return document.state !== "ready" && document.state !== "refused";
}

function progress(document: DocumentView): number {
  if (document.state === "waiting") return 5;
  if (document.state === "reading") return 20;
  return document.steps === 0 ? 60 : 30 + (70 * document.steps_done) / document.steps;
}

function short(document: DocumentView): string {
  switch (document.state) {
    case "waiting":
      return t`waits to be read`;
    case "reading":
      return t`is being read`;
    case "drafting":
      return document.steps === 0
        ? t`questions are being drafted`
        : t`part ${Math.min(document.steps_done + 1, document.steps)} of ${document.steps}`;
    case "refused":
      return t`not read`;
    case "ready":
      return plural(document.open_drafts, { one: "# draft to decide on", other: "# drafts to decide on" });
  }
}
