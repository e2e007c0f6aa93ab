// Tests of code: what goes in, what must come out. Those that are not examples stay hidden.
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
    <div role="group" aria-label="Tests">
      <Text size="sm" fw={500}>
        Tests
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        The answer is run once for each test. Candidates see those that are examples, the others
        never.
      </Text>
      <Stack gap={10}>
        {tests.map((test, index) => (
          <div key={index} className={classes.card}>
            <Group gap={8} wrap="nowrap" align="flex-end">
              <TextInput
                label="Test"
                aria-label={`Name of test ${index + 1}`}
                flex={1}
                maxLength={100}
                placeholder="empty list"
                value={test.name}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
              <NumberInput
                label="Weight"
                aria-label={`Weight of test ${index + 1}`}
                w={84}
                min={1}
                max={100}
                allowDecimal={false}
                value={test.weight}
                onChange={(value) => change(index, { weight: Math.max(1, Number(value) || 1) })}
              />
              <NumberInput
                label="Limit, s"
                aria-label={`Time limit of test ${index + 1}, seconds`}
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
                aria-label={`Remove test ${index + 1}`}
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
                  aria-label={`What test ${index + 1} gives`}
                  value={test.way}
                  onChange={(way) => change(index, { way: way === "call" ? "call" : "stdin" })}
                  data={[
                    { value: "call", label: "Calls" },
                    { value: "stdin", label: "Types in" },
                  ]}
                />
                <Textarea
                  aria-label={`${test.way === "call" ? "Call" : "Input"} of test ${index + 1}`}
                  autosize
                  minRows={2}
                  maxRows={8}
                  classNames={{ input: classes.code }}
                  placeholder={test.way === "call" ? "add(1, 2)" : "1 2"}
                  value={test.given}
                  onChange={(event) => change(index, { given: event.currentTarget.value })}
                />
              </div>
              <div>
                <Text size="sm" className={classes.beside}>
                  Must print
                </Text>
                <Textarea
                  aria-label={`What test ${index + 1} must print`}
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
              label="An example that candidates may see"
              aria-label={`Test ${index + 1} is an example that candidates may see`}
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
                name: `test ${tests.length + 1}`,
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
          Add test
        </Button>
      </Stack>
    </div>
  );
}
