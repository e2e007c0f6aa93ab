// The rubric: criteria, and what an answer at each level is like. Levels count from 0, worst first.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Group, NumberInput, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { Draft } from "./draft";
import classes from "./papers.module.css";

type Rubric = Draft["rubric"];

const MOST_LEVELS = 11;

interface RubricFieldsProps {
  rubric: Rubric;
  error?: string | undefined;
  onChange: (rubric: Rubric) => void;
}

export function RubricFields({ rubric, error, onChange }: RubricFieldsProps) {
  const change = (index: number, part: Partial<Rubric[number]>) =>
    onChange(rubric.map((criterion, at) => (at === index ? { ...criterion, ...part } : criterion)));
  return (
    <div role="group" aria-label={t`Rubric`}>
      <Text size="sm" fw={500}>
        <Trans>Rubric</Trans>
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        <Trans>What is looked at, and what each level looks like. A level between two others may stay empty.</Trans>
      </Text>
      <Stack gap={10}>
        {rubric.map((criterion, index) => (
          <div key={index} className={classes.card}>
            <Group gap={8} wrap="nowrap" align="flex-end">
              <TextInput
                label={t`Criterion`}
                aria-label={t`Criterion ${index + 1}`}
                flex={1}
                maxLength={100}
                placeholder={t`Depth of the explanation`}
                value={criterion.name}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
              <NumberInput
                label={t`Weight`}
                aria-label={t`Weight of criterion ${index + 1}`}
                w={84}
                min={1}
                max={100}
                allowDecimal={false}
                value={criterion.weight}
                onChange={(value) => change(index, { weight: Math.max(1, Number(value) || 1) })}
              />
              <ActionIcon
                variant="subtle"
                color="slate"
                size="lg"
                aria-label={t`Remove criterion ${index + 1}`}
                onClick={() => onChange(rubric.filter((_, at) => at !== index))}
              >
                ✕
              </ActionIcon>
            </Group>
            <ol start={0} className={classes.levels} aria-label={t`Levels of criterion ${index + 1}`}>
              {criterion.levels.map((anchor, level) => (
                <li key={level}>
                  <span className={classes.level} aria-hidden="true">
                    {level}
                  </span>
                  <Textarea
                    aria-label={t`Level ${level} of criterion ${index + 1}`}
                    flex={1}
                    autosize
                    minRows={1}
                    maxRows={6}
                    maxLength={500}
                    placeholder={
                      level === 0
                        ? t`The weakest answer`
                        : level === criterion.levels.length - 1
                          ? t`The best answer`
                          : ""
                    }
                    value={anchor}
                    onChange={(event) => {
                      const text = event.currentTarget.value;
                      change(index, {
                        levels: criterion.levels.map((old, at) => (at === level ? text : old)),
                      });
                    }}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="slate"
                    size="md"
                    disabled={criterion.levels.length <= 2}
                    className={classes.tool}
                    aria-label={t`Remove level ${level} of criterion ${index + 1}`}
                    onClick={() =>
                      change(index, { levels: criterion.levels.filter((_, at) => at !== level) })
                    }
                  >
                    ✕
                  </ActionIcon>
                </li>
              ))}
            </ol>
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={criterion.levels.length >= MOST_LEVELS}
              onClick={() => change(index, { levels: [...criterion.levels, ""] })}
            >
              <Trans>Add level</Trans>
            </Button>
          </div>
        ))}
        {error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        <Button
          variant="default"
          size="xs"
          className={classes.addPoint}
          disabled={rubric.length >= 12}
          onClick={() => onChange([...rubric, { name: "", weight: 1, levels: ["", "", ""] }])}
        >
          <Trans>Add criterion</Trans>
        </Button>
      </Stack>
    </div>
  );
}
