// Making a new invite link, to be copied: before the interview starts.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { changeInterview } from "../../client/sdk.gen";
import type { InterviewView } from "../../client/types.gen";
import { tellFailed } from "../../parts/tell";
import { InviteLink } from "./invite";

export function NewLink({ interview, label }: { interview: InterviewView; label: string }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: async () =>
      (
        await changeInterview({
          path: { id: interview.id },
          body: { new_link: true },
          throwOnError: true,
        })
      ).data,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      await queries.invalidateQueries({ queryKey: keys.result(interview.id) });
    },
    onError: tellFailed,
  });
  const url = change.data?.invite_url ?? null;

  function close() {
    setAsking(false);
    change.reset();
  }

  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={url === null ? t`Make a new link?` : t`New link`}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        {url === null ? (
          <Stack gap="md">
            <Text>
              <Trans>The old link stops working, and a computer that already opened it is shut out.
              {interview.mail_state !== "off" ? t` The new one is mailed to the candidate.` : ""}</Trans>
            </Text>
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Keep the old one</Trans>
              </Button>
              <Button loading={change.isPending} onClick={() => change.mutate()}>
                <Trans>Make a new link</Trans>
              </Button>
            </Group>
          </Stack>
        ) : (
          <InviteLink
            url={url}
            name={interview.candidate_name}
            mailed={change.data?.mail_state === "queued"}
          />
        )}
      </Modal>
    </>
  );
}
