// What the candidate may read after the review. One rule: nothing is shown until a person presses
// Release, and what they press says exactly how much.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import {
  getFeedback,
  releaseFeedback,
  takeFeedbackBack,
  writeFeedback,
} from "../../client/sdk.gen";
import type { FeedbackView } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { levelsUpTo, levelWords } from "../../words/privacy";
import { moment, ownZone } from "../../words/time";
import type { Answer } from "./review";
import { inSentence } from "../../words/in-sentence";

type Level = FeedbackView["level"];

interface FeedbackProps {
  session: string;
  answers: readonly Answer[];
  over: boolean;
}

export function FeedbackPanel({ session, answers, over }: FeedbackProps) {
  const found = useQuery({
    queryKey: [...keys.result(session), "feedback"],
    queryFn: async ({ signal }) =>
      (await getFeedback({ path: { id: session }, signal, throwOnError: true })).data,
  });
  return (
    <Panel
      title={t`Feedback to the candidate`}
      note={t`Read on the invitation’s page, once a person releases it.`}
    >
      {found.isPending && <Loading rows={2} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess &&
        (found.data.allowed === "none" ? (
          <Text c="dimmed">
            <Trans>The policy of this interview shows candidates nothing. It is set on the interview or
            its paper, before the interview begins.</Trans>
          </Text>
        ) : found.data.released_at !== null ? (
          <Released session={session} feedback={found.data} />
        ) : (
          <Draft session={session} feedback={found.data} answers={answers} over={over} />
        ))}
    </Panel>
  );
}

function Released({ session, feedback }: { session: string; feedback: FeedbackView }) {
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: () => takeFeedbackBack({ path: { id: session }, throwOnError: true }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.result(session) }),
    onError: tellFailed,
  });
  return (
    <Alert color="moss" title={t`The candidate may read: ${inSentence(levelWords(feedback.level))}`}>
      <Text size="sm" mb="sm">
        <Trans>Released {moment(feedback.released_at ?? "", ownZone())}. To change it, take it back first;
        what was read stays read.</Trans>
      </Text>
      <Button size="xs" variant="default" loading={back.isPending} onClick={() => back.mutate()}>
        <Trans>Take it back</Trans>
      </Button>
    </Alert>
  );
}

function Draft({ session, feedback, answers, over }: FeedbackProps & { feedback: FeedbackView }) {
  const queries = useQueryClient();
  const [summary, setSummary] = useState(feedback.summary);
  const [comments, setComments] = useState<Record<string, string>>(feedback.comments);
  const [asking, setAsking] = useState(false);
  const levels = levelsUpTo(feedback.allowed);
  const [level, setLevel] = useState(levels.at(-1) ?? "status");
  const write = () =>
    writeFeedback({ path: { id: session }, body: { summary, comments }, throwOnError: true });
  const again = () => queries.invalidateQueries({ queryKey: keys.result(session) });
  const save = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await again();
      tellDone(t`Saved. The candidate sees nothing yet.`);
    },
    onError: tellFailed,
  });
  const release = useMutation({
    mutationFn: async () => {
      await write();
      await releaseFeedback({
        path: { id: session },
        body: { level: level as Level },
        throwOnError: true,
      });
    },
    onSuccess: async () => {
      setAsking(false);
      await again();
      tellDone(t`Released. The candidate is mailed where a mail server is set up.`);
    },
    onError: tellFailed,
  });
  const worded = feedback.allowed !== "status";
  return (
    <Stack gap="md">
      {worded && (
        <Textarea
          label={t`Summary for the candidate`}
          autosize
          minRows={3}
          maxLength={10_000}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      )}
      {worded &&
        answers.map(({ question }) => (
          <Textarea
            key={question.id}
            label={t`Comment on question ${question.position}`}
            autosize
            minRows={1}
            maxLength={5000}
            value={comments[question.id] ?? ""}
            onChange={(event) =>
              setComments({ ...comments, [question.id]: event.currentTarget.value })
            }
          />
        ))}
      <Group gap="sm">
        {worded && (
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            <Trans>Save draft</Trans>
          </Button>
        )}
        <Button disabled={!over} onClick={() => setAsking(true)}>
          <Trans>Release…</Trans>
        </Button>
      </Group>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Release to the candidate`}
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Stack gap="md">
          <Radio.Group label={t`The candidate may read`} value={level} onChange={setLevel}>
            <Stack gap="sm" mt="xs">
              {levels.map((each) => (
                <Radio key={each} value={each} label={levelWords(each)} />
              ))}
            </Stack>
          </Radio.Group>
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              <Trans>Not yet</Trans>
            </Button>
            <Button loading={release.isPending} onClick={() => release.mutate()}>
              <Trans>Release</Trans>
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
