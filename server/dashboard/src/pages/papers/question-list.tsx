// A paper's questions: found by search and filters, moved by dragging or by keys, edited in place.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Menu, Pagination, Select, Text, TextInput } from "@mantine/core";
import { type DragEvent, type ReactNode, useState } from "react";
import type { QuestionView } from "../../client/types.gen";
import { length } from "../../words/time";
import { type Filter, found, NO_FILTER, topics } from "./find";
import { KINDS } from "./draft";
import classes from "./papers.module.css";
import { Tested } from "./tested-row";
import { DIFFICULTIES, difficultyWords } from "../../words/difficulty";

const PER_PAGE = 25;
/** From here on a list is long enough to search. */
const MANY = 4;

interface QuestionListProps {
  questions: QuestionView[];
  busy: boolean;
  /** Shown in place of the question that is open. */
  editor: { id: string; form: ReactNode } | null;
  /** The form of a new question, at the end. */
  fresh: ReactNode;
  onEdit: (question: QuestionView) => void;
  onMove: (question: QuestionView, position: number) => void;
  onDuplicate: (question: QuestionView) => void;
  onDelete: (question: QuestionView) => void;
}

export function QuestionList(props: QuestionListProps) {
  const { questions, busy, editor } = props;
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [page, setPage] = useState(1);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const matching = found(questions, filter);
  const filtered = matching.length !== questions.length;
  const pages = Math.max(1, Math.ceil(matching.length / PER_PAGE));
  const shown = Math.min(page, pages);
  const items = matching.slice((shown - 1) * PER_PAGE, shown * PER_PAGE);
  const set = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part });
    setPage(1);
  };
  function drop(target: QuestionView) {
    const moved = questions.find((each) => each.id === dragged);
    setDragged(null);
    setOver(null);
    if (moved !== undefined && moved.id !== target.id) props.onMove(moved, target.position);
  }
  return (
    <div>
      {questions.length >= MANY && (
        <Group gap="sm" mb="md" role="search" aria-label={t`Questions`}>
          <TextInput
            type="search"
            aria-label={t`Search questions`}
            placeholder={t`Search questions`}
            flex="1 1 200px"
            maxLength={100}
            value={filter.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <Select
            aria-label={t`Kind`}
            placeholder={t`Any kind`}
            clearable
            w={130}
            data={KINDS.map(({ value, label }) => ({ value, label }))}
            value={filter.kind}
            onChange={(kind) => set({ kind })}
          />
          <Select
            aria-label={t`Difficulty`}
            placeholder={t`Any difficulty`}
            clearable
            w={150}
            data={DIFFICULTIES}
            value={filter.difficulty}
            onChange={(difficulty) => set({ difficulty })}
          />
          <Select
            aria-label={t`Topic`}
            placeholder={t`Any topic`}
            clearable
            searchable
            w={170}
            data={topics(questions)}
            value={filter.topic}
            onChange={(topic) => set({ topic })}
          />
        </Group>
      )}
      {filtered && (
        <Text size="sm" c="dimmed" mb="sm" role="status">
          {matching.length === 0 ? t`No question fits. ` : t`${matching.length} of ${questions.length}. `}
          <Button variant="subtle" size="compact-sm" onClick={() => set(NO_FILTER)}>
            <Trans>Show all</Trans>
          </Button>
        </Text>
      )}
      <ol className={classes.questions} aria-label={t`Questions`}>
        {items.map((question) => (
          <li
            key={question.id}
            className={classes.question}
            data-over={over === question.id || undefined}
            onDragOver={(event: DragEvent) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(question.id);
            }}
            onDrop={() => drop(question)}
          >
            {editor?.id === question.id ? (
              editor.form
            ) : (
              <QuestionRow
                question={question}
                last={question.position === questions.length}
                busy={busy}
                onDragStart={() => setDragged(question.id)}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
                onEdit={() => props.onEdit(question)}
                onMove={(position) => props.onMove(question, position)}
                onDuplicate={() => props.onDuplicate(question)}
                onDelete={() => props.onDelete(question)}
              />
            )}
          </li>
        ))}
        {props.fresh !== null && <li className={classes.question}>{props.fresh}</li>}
      </ol>
      {pages > 1 && (
        <Pagination
          mt="md"
          total={pages}
          value={shown}
          onChange={setPage}
          getControlProps={(control) => ({ "aria-label": PAGES[control] })}
        />
      )}
    </div>
  );
}

const PAGES = {
  first: t`first page`,
  previous: t`previous page`,
  next: t`next page`,
  last: t`last page`,
} as const;

interface QuestionRowProps {
  question: QuestionView;
  last: boolean;
  busy: boolean;
  onDragStart: () => void;
  onDragEnd: () => void;
  onEdit: () => void;
  onMove: (position: number) => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

function QuestionRow(props: QuestionRowProps) {
  const { question, last, busy, onEdit, onMove, onDuplicate, onDelete } = props;
  const { position } = question;
  const parts = [
    [question.key_points.length, (n: number) => plural(n, { one: "# key point", other: "# key points" })],
    [question.rubric.length, (n: number) => plural(n, { one: "# criterion", other: "# criteria" })],
    [question.tests.length, (n: number) => plural(n, { one: "# test", other: "# tests" })],
  ] as const;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className={classes.meta}>
          <span
            className={classes.grip}
            draggable
            aria-hidden="true"
            title={t`Drag to another place`}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", question.id);
              props.onDragStart();
            }}
            onDragEnd={props.onDragEnd}
          >
            ⠿
          </span>
          <span className={classes.number}><Trans>Question {position}</Trans></span>
          <span>{KINDS.find((kind) => kind.value === question.kind)?.label ?? question.kind}</span>
          {question.language && <span>{question.language}</span>}
          <span>{difficultyWords(question.difficulty)}</span>
          <span>{plural(question.marks, { one: "# mark", other: "# marks" })}</span>
          <span>{length(question.time_limit_s)}</span>
          {question.topic !== "" && <span>{question.topic}</span>}
          {parts.map(
            ([count, words], at) => count > 0 && <span key={at}>{words(count)}</span>,
          )}
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            color="slate"
            className={classes.tool}
            disabled={position === 1 || busy}
            aria-label={t`Move question ${position} up`}
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
            aria-label={t`Move question ${position} down`}
            onClick={() => onMove(position + 1)}
          >
            ↓
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={onEdit}
            aria-label={t`Edit question ${position}`}
          >
            <Trans>Edit</Trans>
          </Button>
          <Menu position="bottom-end" width={180}>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                color="slate"
                aria-label={t`More for question ${position}`}
              >
                ⋯
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={busy} onClick={onDuplicate}>
                <Trans>Duplicate</Trans>
              </Menu.Item>
              <Menu.Item color="ember" disabled={busy} onClick={onDelete}>
                <Trans>Delete</Trans>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <p className={classes.prompt}>{question.prompt}</p>
      {question.kind === "coding" && (
        <Tested paper={question.paper_id} question={question.id} position={position} />
      )}
    </>
  );
}
