// What can be done with several chosen interviews at once; each is answered for itself.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { explain } from "../../api/refusal";
import { changeMany } from "../../client/sdk.gen";
import type { BulkChange, InterviewSummary } from "../../client/types.gen";
import { tellDone } from "../../parts/tell";
import { ownZone } from "../../words/time";
import { WindowFields, windowOf, windowWhole, type WindowWish } from "./window-fields";

type Deed = "cancel" | "move" | "send";

const DEEDS: Record<Deed, { title: string; action: string; done: string }> = {
  cancel: { title: t`Withdraw these invites?`, action: t`Withdraw`, done: t`withdrawn` },
  move: { title: t`Set a new time`, action: t`Set the time`, done: t`moved` },
  send: { title: t`Send the invitations again?`, action: t`Send again`, done: t`sent again` },
};

interface BulkBarProps {
  chosen: readonly InterviewSummary[];
  onDone: () => void;
}

export function BulkBar({ chosen, onDone }: BulkBarProps) {
  const queries = useQueryClient();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [reason, setReason] = useState("");
  const [wish, setWish] = useState<WindowWish>({ zone: ownZone(), opens: "", closes: "" });
  const change = useMutation({
    mutationFn: async (fields: Omit<BulkChange, "ids">) =>
      (await changeMany({ body: { ids: chosen.map(({ id }) => id), ...fields }, throwOnError: true }))
        .data,
    onSuccess: async ({ items }) => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      if (items.some(({ code }) => code !== null) || deed === null) return;
      tellDone(`${counted(items.length)} ${DEEDS[deed].done}.`);
      close();
      onDone();
    },
  });
  const refused = change.data?.items.filter(({ code }) => code !== null) ?? [];
  const names = new Map(chosen.map((each) => [each.id, each.candidate_name]));

  function close() {
    setDeed(null);
    setReason("");
    change.reset();
  }

  function fields(): Omit<BulkChange, "ids"> {
    if (deed === "cancel") return { cancel_reason: reason.trim() };
    if (deed === "send") return { invite_again: true };
    // Each candidate keeps their own zone: the one above is only for typing.
    return { ...windowOf(wish), reason: reason.trim() || null };
  }

  const ready =
    deed === "send" || (deed === "cancel" ? reason.trim() !== "" : windowWhole(wish));
  return (
    <>
      <Group gap="sm" mb="md" role="region" aria-label={t`Chosen interviews`}>
        <Text fw={500} role="status">
          <Trans>{counted(chosen.length)} chosen</Trans>
        </Text>
        <Button size="xs" variant="default" onClick={() => setDeed("send")}>
          <Trans>Send again</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => setDeed("move")}>
          <Trans>New time</Trans>
        </Button>
        <Button size="xs" variant="light" color="ember" onClick={() => setDeed("cancel")}>
          <Trans>Withdraw</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="slate" onClick={onDone}>
          <Trans>Choose none</Trans>
        </Button>
      </Group>
      <Modal
        opened={deed !== null}
        onClose={close}
        title={deed === null ? "" : DEEDS[deed].title}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(fields());
          }}
        >
          <Stack gap="md">
            {deed === "cancel" && (
              <Text><Trans>The links of {counted(chosen.length)} stop working at once.</Trans></Text>
            )}
            {deed === "send" && (
              <Text>
                <Trans>{counted(chosen.length)} are mailed once more, each with the link the candidate has.</Trans>
              </Text>
            )}
            {deed === "move" && <WindowFields wish={wish} onChange={setWish} />}
            {deed !== "send" && (
              <TextInput
                label={t`Reason`}
                description={t`Kept in the log; candidates do not see it.`}
                required={deed === "cancel"}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
            {change.isError && (
              <Alert color="ember" role="alert" title={explain(change.error).title}>
                {explain(change.error).detail}
              </Alert>
            )}
            {refused.length > 0 && (
              <Alert
                color="amber"
                role="alert"
                title={t`${refused.length} of ${change.data?.items.length ?? 0} could not be changed`}
              >
                <List size="sm">
                  {refused.map(({ id, detail }) => (
                    <List.Item key={id}>
                      {names.get(id) ?? t`An interview`}: {detail}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                {refused.length > 0 ? t`Close` : t`Cancel`}
              </Button>
              {refused.length === 0 && (
                <Button
                  type="submit"
                  color={deed === "cancel" ? "ember" : undefined}
                  loading={change.isPending}
                  disabled={!ready}
                >
                  {deed === null ? "" : DEEDS[deed].action}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

function counted(many: number): string {
  return plural(many, { one: "# interview", other: "# interviews" });
}
