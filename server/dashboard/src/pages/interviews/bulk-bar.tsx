// What can be done with several chosen interviews at once; each is answered for itself.
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
  cancel: { title: "Withdraw these invites?", action: "Withdraw", done: "withdrawn" },
  move: { title: "Set a new time", action: "Set the time", done: "moved" },
  send: { title: "Send the invitations again?", action: "Send again", done: "sent again" },
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
      <Group gap="sm" mb="md" role="region" aria-label="Chosen interviews">
        <Text fw={500} role="status">
          {counted(chosen.length)} chosen
        </Text>
        <Button size="xs" variant="default" onClick={() => setDeed("send")}>
          Send again
        </Button>
        <Button size="xs" variant="default" onClick={() => setDeed("move")}>
          New time
        </Button>
        <Button size="xs" variant="light" color="ember" onClick={() => setDeed("cancel")}>
          Withdraw
        </Button>
        <Button size="xs" variant="subtle" color="slate" onClick={onDone}>
          Choose none
        </Button>
      </Group>
      <Modal
        opened={deed !== null}
        onClose={close}
        title={deed === null ? "" : DEEDS[deed].title}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(fields());
          }}
        >
          <Stack gap="md">
            {deed === "cancel" && (
              <Text>The links of {counted(chosen.length)} stop working at once.</Text>
            )}
            {deed === "send" && (
              <Text>
                {counted(chosen.length)} are mailed once more, each with the link the candidate has.
              </Text>
            )}
            {deed === "move" && <WindowFields wish={wish} onChange={setWish} />}
            {deed !== "send" && (
              <TextInput
                label="Reason"
                description="Kept in the log; candidates do not see it."
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
                title={`${refused.length} of ${change.data?.items.length ?? 0} could not be changed`}
              >
                <List size="sm">
                  {refused.map(({ id, detail }) => (
                    <List.Item key={id}>
                      {names.get(id) ?? "An interview"}: {detail}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                {refused.length > 0 ? "Close" : "Cancel"}
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
  return many === 1 ? "1 interview" : `${many} interviews`;
}
