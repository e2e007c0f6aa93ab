// Mailing the invitation once more: to the same or a corrected address, with the same or a new link.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { explain } from "../../api/refusal";
import { keys } from "../../api/queries";
import { changeInterview, inviteAgain } from "../../client/sdk.gen";
import type { InterviewView } from "../../client/types.gen";
import { tellDone } from "../../parts/tell";
import { InviteLink } from "./invite";
import { ADDRESS } from "./address";

interface Wish {
  address: string;
  newLink: boolean;
}

/** States of the mail in which sending is what comes next. */
const CALLING = new Set(["none", "bounced", "failed"]);

export function SendAgain({ interview }: { interview: InterviewView }) {
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const send = useMutation({
    mutationFn: (asked: Wish) => order(interview, asked),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      await queries.invalidateQueries({ queryKey: keys.result(interview.id) });
      if (answer.invite_url === null) {
        setWish(null);
        tellDone(answer.mail_words);
      }
    },
  });
  const url = send.data?.invite_url ?? null;

  function close() {
    setWish(null);
    send.reset();
  }

  return (
    <>
      <Button
        variant={CALLING.has(interview.mail_state) ? "filled" : "default"}
        onClick={() => {
          send.reset();
          setWish({ address: interview.candidate_email, newLink: false });
        }}
      >
        {interview.mail_state === "none" ? t`Send the invitation` : t`Send again`}
      </Button>
      <Modal
        opened={wish !== null}
        onClose={close}
        title={t`Send the invitation`}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        {url !== null && (
          <InviteLink
            url={url}
            name={interview.candidate_name}
            mailed={send.data?.mail_state === "queued"}
          />
        )}
        {url === null && wish !== null && (
          <Form
            wish={wish}
            onChange={setWish}
            busy={send.isPending}
            error={send.error}
            onSend={() => send.mutate(wish)}
            onClose={close}
          />
        )}
      </Modal>
    </>
  );
}

interface FormProps {
  wish: Wish;
  onChange: (wish: Wish) => void;
  busy: boolean;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
}

function Form({ wish, onChange, busy, error, onSend, onClose }: FormProps) {
  const refused = error === null ? null : explain(error);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSend();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t`E-mail`}
          type="email"
          required
          maxLength={320}
          value={wish.address}
          onChange={(event) => onChange({ ...wish, address: event.currentTarget.value })}
        />
        <Radio.Group
          label={t`Link`}
          value={wish.newLink ? "new" : "same"}
          onChange={(value) => onChange({ ...wish, newLink: value === "new" })}
        >
          <Stack gap="sm" mt="xs">
            <Radio
              value="same"
              label={t`Send the same link`}
              description={t`What the candidate already has keeps working.`}
            />
            <Radio
              value="new"
              label={t`Make a new link`}
              description={t`The old link stops working, and a computer that already opened it is shut out. Choose this where somebody else may have got the old mail.`}
            />
          </Stack>
        </Radio.Group>
        {refused !== null && (
          <Alert color="ember" role="alert" title={refused.title}>
            {refused.detail}
          </Alert>
        )}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Do not send</Trans>
          </Button>
          <Button type="submit" loading={busy} disabled={!ADDRESS.test(wish.address.trim())}>
            <Trans>Send</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A corrected address is mailed by the change itself. */
async function order(interview: InterviewView, { address, newLink }: Wish): Promise<InterviewView> {
  const path = { id: interview.id };
  const wanted = address.trim().toLowerCase();
  if (wanted === interview.candidate_email) {
    return (await inviteAgain({ path, body: { new_link: newLink }, throwOnError: true })).data;
  }
  const body = { candidate_email: wanted, ...(newLink && { new_link: true }) };
  return (await changeInterview({ path, body, throwOnError: true })).data;
}
