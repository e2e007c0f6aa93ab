// What an invite allows before the interview starts: other terms, a new link, withdrawing it.
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
      tellDone("The invite is withdrawn. The link no longer works.");
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
        Change terms
      </Button>
      <NewLink interview={interview} label="New link" />
      <Button variant="light" color="ember" onClick={() => setAsking(true)}>
        Withdraw invite
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title="Withdraw this invite?"
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <form onSubmit={revoke}>
          <Stack gap="md">
            <Text>
              The link stops working at once. {interview.candidate_name} sees that the invite was
              withdrawn, and whom to ask.
              {interview.mails.some(({ state }) => state === "sent") &&
                " A cancellation is mailed too."}
            </Text>
            <TextInput
              label="Reason"
              description="Kept in the log; candidates do not see it."
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                Keep the invite
              </Button>
              <Button
                type="submit"
                color="ember"
                loading={change.isPending}
                disabled={reason.trim() === ""}
              >
                Withdraw
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
