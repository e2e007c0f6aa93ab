// What an invite allows before the interview starts: other terms, a new link, withdrawing it.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { changeInterview } from "../../client/sdk.gen";
import type { InterviewView } from "../../client/types.gen";
import { tellDone, tellFailed } from "../../parts/tell";
import { NewLink } from "./new-link";

export function InviteActions({ interview }: { interview: InterviewView }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const change = useMutation({
    mutationFn: () =>
      changeInterview({
        path: { id: interview.id },
        body: { cancel_reason: reason.trim() },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      await queries.invalidateQueries({ queryKey: keys.result(interview.id) });
      setAsking(false);
      tellDone(t`The invite is withdrawn. The link no longer works.`);
    },
    onError: tellFailed,
  });

  function close() {
    setAsking(false);
    change.reset();
  }

  function revoke(event: FormEvent) {
    event.preventDefault();
    change.mutate();
  }

  return (
    <>
      <Button variant="default" component={Link} to={`/interviews/${interview.id}/terms`}>
        <Trans>Change terms</Trans>
      </Button>
      <NewLink interview={interview} label={t`New link`} />
      <Button variant="light" color="ember" onClick={() => setAsking(true)}>
        <Trans>Withdraw invite</Trans>
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={t`Withdraw this invite?`}
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <form onSubmit={revoke}>
          <Stack gap="md">
            <Text>
              <Trans>The link stops working at once. {interview.candidate_name} sees that the invite was
              withdrawn, and whom to ask.
              {interview.mails.some(({ state }) => state === "sent") ? t` A cancellation is mailed too.` : ""}</Trans>
            </Text>
            <TextInput
              label={t`Reason`}
              description={t`Kept in the log; candidates do not see it.`}
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Keep the invite</Trans>
              </Button>
              <Button
                type="submit"
                color="ember"
                loading={change.isPending}
                disabled={reason.trim() === ""}
              >
                <Trans>Withdraw</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
