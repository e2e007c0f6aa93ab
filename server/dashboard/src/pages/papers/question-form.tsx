// One question, opened for writing. What only the scorer and the reviewer see is set apart.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import {
  type Difficulty,
  type Draft,
  faults,
  type Kind,
  KINDS,
  type Language,
  LANGUAGES,
} from "./draft";
import classes from "./papers.module.css";
import { RubricFields } from "./rubric-fields";
import { TestsFields } from "./tests-fields";
import { DIFFICULTIES } from "../../words/difficulty";

interface QuestionFormProps {
  initial: Draft;
  saving: boolean;
  fresh: boolean;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

export function QuestionForm({ initial, saving, fresh, onSave, onCancel }: QuestionFormProps) {
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const kindLabel = useId();
  const found = faults(draft);
  const shown = tried ? found : {};
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length === 0) onSave(draft);
  }

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={t`Question`}>
      <Stack gap="md">
        <div>
          <Text size="sm" fw={500} mb={4} id={kindLabel}>
            <Trans>How it is answered</Trans>
          </Text>
          <SegmentedControl
            aria-labelledby={kindLabel}
            value={draft.kind}
            onChange={(kind) => set({ kind: kind as Kind })}
            data={KINDS.map(({ value, label }) => ({ value, label }))}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {KINDS.find((each) => each.value === draft.kind)?.hint}
          </Text>
        </div>
        <Textarea
          label={t`Question`}
          description={t`The candidate reads this, and hears it where sound is on.`}
          required
          autosize
          minRows={3}
          maxRows={14}
          autoFocus
          value={draft.prompt}
          error={shown.prompt}
          onChange={(event) => set({ prompt: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
          <NumberInput
            label={t`Marks`}
            min={1}
            max={1000}
            allowDecimal={false}
            value={draft.marks}
            error={shown.marks}
            onChange={(value) => set({ marks: Number(value) })}
          />
          <NumberInput
            label={t`Time limit, minutes`}
            min={0}
            max={240}
            step={1}
            decimalScale={2}
            value={draft.minutes}
            error={shown.minutes}
            onChange={(value) => set({ minutes: Number(value) })}
          />
          <TextInput
            label={t`Topic`}
            maxLength={200}
            value={draft.topic}
            onChange={(event) => set({ topic: event.currentTarget.value })}
          />
          <Select
            label={t`Difficulty`}
            allowDeselect={false}
            data={DIFFICULTIES}
            value={draft.difficulty}
            onChange={(value) => set({ difficulty: (value ?? "medium") as Difficulty })}
          />
        </SimpleGrid>
        {draft.kind === "coding" && (
          <Select
            label={t`Programming language`}
            allowDeselect={false}
            maw={240}
            data={[...LANGUAGES]}
            value={draft.language}
            onChange={(value) => set({ language: (value ?? "python") as Language })}
          />
        )}
        {draft.kind !== "spoken" && (
          <Textarea
            label={draft.kind === "coding" ? t`Code that the editor opens with` : t`Text to start from`}
            autosize
            minRows={draft.kind === "coding" ? 4 : 2}
            maxRows={16}
            value={draft.starter}
            classNames={draft.kind === "coding" ? { input: classes.code } : undefined}
            onChange={(event) => set({ starter: event.currentTarget.value })}
          />
        )}
        <fieldset className={classes.hiddenPart}>
          <legend><Trans>For scoring, never shown to the candidate</Trans></legend>
          <Stack gap="md">
            <Textarea
              label={t`Expected answer`}
              autosize
              minRows={2}
              maxRows={14}
              value={draft.expected}
              onChange={(event) => set({ expected: event.currentTarget.value })}
            />
            <Points points={draft.points} onChange={(points) => set({ points })} />
            <RubricFields
              rubric={draft.rubric}
              error={shown.rubric}
              onChange={(rubric) => set({ rubric })}
            />
            {draft.kind === "coding" && (
              <TestsFields
                tests={draft.tests}
                error={shown.tests}
                onChange={(tests) => set({ tests })}
              />
            )}
          </Stack>
        </fieldset>
        <Textarea
          label={t`Prepared further questions`}
          description={t`About the answer, one to a line, in the order in which they may be asked: where the paper wants further questions and no language model writes one in time.`}
          autosize
          minRows={1}
          maxRows={6}
          value={draft.further}
          error={shown.further}
          onChange={(event) => set({ further: event.currentTarget.value })}
        />
        <Group gap="sm">
          <Button type="submit" loading={saving}>
            {fresh ? t`Add question` : t`Save question`}
          </Button>
          <Button variant="subtle" color="slate" onClick={onCancel} disabled={saving}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PointsProps {
  points: Draft["points"];
  onChange: (points: Draft["points"]) => void;
}

function Points({ points, onChange }: PointsProps) {
  const change = (index: number, part: Partial<Draft["points"][number]>) =>
    onChange(points.map((point, at) => (at === index ? { ...point, ...part } : point)));
  return (
    <div>
      <Text size="sm" fw={500}>
        <Trans>Key points</Trans>
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        <Trans>What a good answer mentions: a word, a phrase, or several spellings with | between them. A
        higher weight counts for more of the marks.</Trans>
      </Text>
      <Stack gap={8}>
        {points.map((point, index) => (
          <Group key={index} gap={8} wrap="nowrap">
            <TextInput
              aria-label={t`Key point ${index + 1}`}
              flex={1}
              value={point.text}
              onChange={(event) => change(index, { text: event.currentTarget.value })}
            />
            <NumberInput
              aria-label={t`Weight of key point ${index + 1}`}
              w={84}
              min={1}
              max={100}
              allowDecimal={false}
              value={point.weight}
              onChange={(value) => change(index, { weight: Math.max(1, Number(value) || 1) })}
            />
            <ActionIcon
              variant="subtle"
              color="slate"
              size="lg"
              aria-label={t`Remove key point ${index + 1}`}
              onClick={() => onChange(points.filter((_, at) => at !== index))}
            >
              ✕
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          className={classes.addPoint}
          onClick={() => onChange([...points, { text: "", weight: 1 }])}
        >
          <Trans>Add key point</Trans>
        </Button>
      </Stack>
    </div>
  );
}
