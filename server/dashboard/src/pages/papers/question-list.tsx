// A paper's questions: found by search and filters, moved by dragging or by keys, edited in place.
import { Button, Group, Menu, Pagination, Select, Text, TextInput } from "@mantine/core";
import { type DragEvent, type ReactNode, useState } from "react";
import type { QuestionView } from "../../client/types.gen";
import { length } from "../../words/time";
import { type Filter, found, NO_FILTER, topics } from "./find";
import { KINDS } from "./draft";
import classes from "./papers.module.css";
import { Tested } from "./tested-row";

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
        <Group gap="sm" mb="md" role="search" aria-label="Questions">
          <TextInput
            type="search"
            aria-label="Search questions"
            placeholder="Search questions"
            flex="1 1 200px"
            maxLength={100}
            value={filter.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <Select
            aria-label="Kind"
            placeholder="Any kind"
            clearable
            w={130}
            data={KINDS.map(({ value, label }) => ({ value, label }))}
            value={filter.kind}
            onChange={(kind) => set({ kind })}
          />
          <Select
            aria-label="Difficulty"
            placeholder="Any difficulty"
            clearable
            w={150}
            data={[
              { value: "easy", label: "Easy" },
              { value: "medium", label: "Medium" },
              { value: "hard", label: "Hard" },
            ]}
            value={filter.difficulty}
            onChange={(difficulty) => set({ difficulty })}
          />
          <Select
            aria-label="Topic"
            placeholder="Any topic"
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
          {matching.length === 0 ? "No question fits. " : `${matching.length} of ${questions.length}. `}
          <Button variant="subtle" size="compact-sm" onClick={() => set(NO_FILTER)}>
            Show all
          </Button>
        </Text>
      )}
      <ol className={classes.questions} aria-label="Questions">
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
          getControlProps={(control) => ({ "aria-label": `${control} page` })}
        />
      )}
    </div>
  );
}

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
    [question.key_points.length, "key point", "key points"],
    [question.rubric.length, "criterion", "criteria"],
    [question.tests.length, "test", "tests"],
  ] as const;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className={classes.meta}>
          <span
            className={classes.grip}
            draggable
            aria-hidden="true"
            title="Drag to another place"
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", question.id);
              props.onDragStart();
            }}
            onDragEnd={props.onDragEnd}
          >
            ⠿
          </span>
          <span className={classes.number}>Question {position}</span>
          <span>{KINDS.find((kind) => kind.value === question.kind)?.label ?? question.kind}</span>
          {question.language && <span>{question.language}</span>}
          <span>{question.difficulty}</span>
          <span>{question.marks === 1 ? "1 mark" : `${question.marks} marks`}</span>
          <span>{length(question.time_limit_s)}</span>
          {question.topic !== "" && <span>{question.topic}</span>}
          {parts.map(
            ([count, one, several]) =>
              count > 0 && <span key={one}>{count === 1 ? `1 ${one}` : `${count} ${several}`}</span>,
          )}
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
          <Menu position="bottom-end" width={180}>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                color="slate"
                aria-label={`More for question ${position}`}
              >
                ⋯
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={busy} onClick={onDuplicate}>
                Duplicate
              </Menu.Item>
              <Menu.Item color="ember" disabled={busy} onClick={onDelete}>
                Delete
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
