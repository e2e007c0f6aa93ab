// Below a coding question: whether its tests were tested, what came of it, and the two ways on.
// One rule: nothing is asked untested without somebody's reason.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, List, Modal, Progress, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { checkQuestion, listChecks, waiveCheck } from "../../client/sdk.gen";
import type { CheckView } from "../../client/types.gen";
import { tellFailed } from "../../parts/tell";
import classes from "./papers.module.css";
import { blocking, pending, progress, standing } from "./tested";

const asked = { throwOnError: true } as const;
/** Of a reason; the server asks for as many. */
const FEWEST_CHARS = 10;
const checksOf = (paper: string) => [...keys.paper(paper), "checks"];

export function useChecks(paper: string, enabled: boolean) {
  return useQuery({
    queryKey: checksOf(paper),
    queryFn: async ({ signal }) => (await listChecks({ path: { id: paper }, signal, ...asked })).data,
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some(pending) === true ? 1000 : false),
  });
}

/** What keeps the paper from being used. */
export function Untested({ paper, any }: { paper: string; any: boolean }) {
  const checks = useChecks(paper, any);
  const words = blocking(checks.data?.items ?? []);
  if (words === "") return null;
  return (
    <Alert color="amber" title={t`${words} to be tested before anybody can be invited`}>
      <Trans>A test runs the reference program through the question’s tests, and then small faults put into
      it: tests that do not notice faults would say nothing of an answer.</Trans>
    </Alert>
  );
}

interface TestedProps {
  paper: string;
  question: string;
  position: number;
}

export function Tested({ paper, question, position }: TestedProps) {
  const queries = useQueryClient();
  const [waiving, setWaiving] = useState(false);
  const checks = useChecks(paper, true);
  const fresh = () => queries.invalidateQueries({ queryKey: checksOf(paper) });
  const test = useMutation({
    mutationFn: () => checkQuestion({ ...asked, path: { id: question } }),
    onSuccess: fresh,
    onError: tellFailed,
  });
  const check = checks.data?.items.find((each) => each.question === question);
  if (checks.data === undefined || check === undefined) return null;
  const goesOn = pending(check);
  return (
    <div className={classes.tested} data-open={!check.may_be_asked || undefined}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <Text size="sm" role="status" className={classes.testedWords}>
          {standing(check)}
        </Text>
        <Group gap={4}>
          {checks.data.runner && (
            <Button
              size="compact-sm"
              variant="default"
              loading={test.isPending}
              disabled={goesOn}
              aria-label={t`Test question ${position}`}
              onClick={() => test.mutate()}
            >
              {check.state === "good" ? t`Test again` : t`Test this question`}
            </Button>
          )}
          {!check.may_be_asked && !goesOn && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="slate"
              aria-label={t`Ask question ${position} untested`}
              onClick={() => setWaiving(true)}
            >
              <Trans>Ask it untested…</Trans>
            </Button>
          )}
        </Group>
      </Group>
      {goesOn && (
        <Progress
          value={progress(check)}
          size="sm"
          mt={8}
          aria-label={t`Test of question ${position}`}
        />
      )}
      {!checks.data.runner && !check.may_be_asked && (
        <Text size="sm" c="dimmed" mt={4}>
          <Trans>No runner is set up on this server, so nothing can be tested here. Whoever runs the server
          can set one up.</Trans>
        </Text>
      )}
      <Found check={check} />
      <Waive
        opened={waiving}
        question={question}
        position={position}
        onClose={() => setWaiving(false)}
        onDone={fresh}
      />
    </div>
  );
}

function Found({ check }: { check: CheckView }) {
  if (pending(check) || (check.failed.length === 0 && check.survivors.length === 0)) return null;
  return (
    <details className={classes.testedFound} open={check.state === "bad"}>
      <summary>
        {check.failed.length > 0
          ? t`What the reference fails`
          : plural(check.survivors.length, { one: "# fault was not noticed", other: "# faults were not noticed" })}
      </summary>
      <List size="sm" mt={4}>
        {check.failed.map((name) => (
          <List.Item key={name}>{name}</List.Item>
        ))}
        {check.survivors.map(({ line, what }) => (
          <List.Item key={`${line} ${what}`}>
            <Trans>Line {line}: <code>{what}</code></Trans>
          </List.Item>
        ))}
      </List>
    </details>
  );
}

interface WaiveProps {
  opened: boolean;
  question: string;
  position: number;
  onClose: () => void;
  onDone: () => Promise<void>;
}

function Waive({ opened, question, position, onClose, onDone }: WaiveProps) {
  const [reason, setReason] = useState("");
  const waive = useMutation({
    mutationFn: () =>
      waiveCheck({ ...asked, path: { id: question }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      await onDone();
      setReason("");
      onClose();
    },
    onError: tellFailed,
  });
  const short = reason.trim().length < FEWEST_CHARS;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Ask question ${position} untested?`}
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault();
          if (!short) waive.mutate();
        }}
      >
        <Text>
          <Trans>Nobody knows then whether its tests tell a right program from a wrong one. Your name and
          your reason are kept with it. It holds until the program or its tests change.</Trans>
        </Text>
        <Textarea
          label={t`Reason`}
          description={t`For whoever asks about this question later`}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={waive.isPending} disabled={short}>
            <Trans>Ask it untested</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
