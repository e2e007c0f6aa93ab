// Tests of code: what goes in, what must come out. Those that are not examples stay hidden.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { Draft } from "./draft";
import classes from "./papers.module.css";

type Tests = Draft["tests"];

interface TestsFieldsProps {
  tests: Tests;
  error?: string | undefined;
  onChange: (tests: Tests) => void;
}

export function TestsFields({ tests, error, onChange }: TestsFieldsProps) {
  const change = (index: number, part: Partial<Tests[number]>) =>
    onChange(tests.map((test, at) => (at === index ? { ...test, ...part } : test)));
  return (
    <div role="group" aria-label={t`Tests`}>
      <Text size="sm" fw={500}>
        <Trans>Tests</Trans>
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        <Trans>The answer is run once for each test. Candidates see those that are examples, the others
        never.</Trans>
      </Text>
      <Stack gap={10}>
        {tests.map((test, index) => (
          <div key={index} className={classes.card}>
            <Group gap={8} wrap="nowrap" align="flex-end">
              <TextInput
                label={t`Test`}
                aria-label={t`Name of test ${index + 1}`}
                flex={1}
                maxLength={100}
                placeholder={t`empty list`}
                value={test.name}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
              <NumberInput
                label={t`Weight`}
                aria-label={t`Weight of test ${index + 1}`}
                w={84}
                min={1}
                max={100}
                allowDecimal={false}
                value={test.weight}
                onChange={(value) => change(index, { weight: Math.max(1, Number(value) || 1) })}
              />
              <NumberInput
                label={t`Limit, s`}
                aria-label={t`Time limit of test ${index + 1}, seconds`}
                w={92}
                min={0.1}
                max={60}
                step={1}
                decimalScale={1}
                value={test.seconds}
                onChange={(value) => change(index, { seconds: Number(value) || 1 })}
              />
              <ActionIcon
                variant="subtle"
                color="slate"
                size="lg"
                aria-label={t`Remove test ${index + 1}`}
                onClick={() => onChange(tests.filter((_, at) => at !== index))}
              >
                ✕
              </ActionIcon>
            </Group>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt={10}>
              <div>
                <SegmentedControl
                  size="xs"
                  mb={6}
                  aria-label={t`What test ${index + 1} gives`}
                  value={test.way}
                  onChange={(way) => change(index, { way: way === "call" ? "call" : "stdin" })}
                  data={[
                    { value: "call", label: t`Calls` },
                    { value: "stdin", label: t`Types in` },
                  ]}
                />
                <Textarea
                  aria-label={t`${test.way === "call" ? t`Call` : t`Input`} of test ${index + 1}`}
                  autosize
                  minRows={2}
                  maxRows={8}
                  classNames={{ input: classes.code }}
                  placeholder={test.way === "call" ? "add(1,2)" : "1 2"}
                  value={test.given}
                  onChange={(event) => change(index, { given: event.currentTarget.value })}
                />
              </div>
              <div>
                <Text size="sm" className={classes.beside}>
                  <Trans>Must print</Trans>
                </Text>
                <Textarea
                  aria-label={t`What test ${index + 1} must print`}
                  autosize
                  minRows={2}
                  maxRows={8}
                  classNames={{ input: classes.code }}
                  placeholder="3"
                  value={test.expected}
                  onChange={(event) => change(index, { expected: event.currentTarget.value })}
                />
              </div>
            </SimpleGrid>
            <Checkbox
              mt={10}
              size="sm"
              label={t`An example that candidates may see`}
              aria-label={t`Test ${index + 1} is an example that candidates may see`}
              checked={test.visible}
              onChange={(event) => change(index, { visible: event.currentTarget.checked })}
            />
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
          disabled={tests.length >= 50}
          onClick={() =>
            onChange([
              ...tests,
              {
                name: t`test ${tests.length + 1}`,
                way: tests.at(-1)?.way ?? "call",
                given: "",
                expected: "",
                weight: 1,
                visible: tests.length === 0,
                seconds: 5,
              },
            ])
          }
        >
          <Trans>Add test</Trans>
        </Button>
      </Stack>
    </div>
  );
}
