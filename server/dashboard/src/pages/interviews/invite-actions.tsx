// Withdrawing an invite, and making a new link: both before the interview starts.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { changeInterview } from "../../client/sdk.gen";
import type { InterviewChange, InterviewView } from "../../client/types.gen";
import { tellDone, tellFailed } from "../../parts/tell";
import { InviteLink } from "./invite";

export function InviteActions({ interview }: { interview: InterviewView }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"revoke" | "link" | null>(null);
  const [reason, setReason] = useState("");
  const change = useMutation({
    mutationFn: async (body: InterviewChange) =>
      (await changeInterview({ path: { id: interview.id }, body, throwOnError: true })).data,
    onSuccess: async (_, body) => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      await queries.invalidateQueries({ queryKey: keys.result(interview.id) });
      if (body.cancel_reason !== undefined) {
        setAsking(null);
        tellDone("The invite is withdrawn. The link no longer works.");
      }
    },
    onError: tellFailed,
  });
  const url = change.data?.invite_url ?? null;

  function close() {
    setAsking(null);
    change.reset();
  }

  function revoke(event: FormEvent) {
    event.preventDefault();
    change.mutate({ cancel_reason: reason.trim() });
  }

  return (
    <>
      <Button variant="default" component={Link} to={`/interviews/${interview.id}/terms`}>
        Change terms
      </Button>
      <Button variant="default" onClick={() => setAsking("link")}>
        New link
      </Button>
      <Button variant="light" color="ember" onClick={() => setAsking("revoke")}>
        Withdraw invite
      </Button>
      <Modal
        opened={asking === "revoke"}
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
      <Modal
        opened={asking === "link"}
        onClose={close}
        title={url === null ? "Make a new link?" : "New link"}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        {url === null ? (
          <Stack gap="md">
            <Text>
              The old link stops working, and a computer that already opened it is shut out.
            </Text>
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                Keep the old one
              </Button>
              <Button loading={change.isPending} onClick={() => change.mutate({ new_link: true })}>
                Make a new link
              </Button>
            </Group>
          </Stack>
        ) : (
          <InviteLink url={url} name={interview.candidate_name} />
        )}
      </Modal>
    </>
  );
}
