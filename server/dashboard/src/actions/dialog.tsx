// Asks why, shows what the candidate will read, and sends it once, however often it is pressed.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../api/queries";
import { explain } from "../api/refusal";
import { actOnInterview, listActionReasons } from "../client/sdk.gen";
import type { Action, Reason } from "../client/types.gen";
import { Failed, Loading } from "../parts/states";
import { tellDone } from "../parts/tell";
import { actionWords, blockWords, isGrave } from "../words/actions";
import { newKey } from "./key";

interface ActionDialogProps {
  session: string;
  name: string;
  action: Action;
  /** What covers the questions now; one of them is let pass. */
  blocks: readonly string[];
  close: () => void;
}

export default function ActionDialog({ session, name, action, blocks, close }: ActionDialogProps) {
  const words = actionWords(action);
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const [chosen, setChosen] = useState<Reason | null>(null);
  const only = action === "let_on" && blocks.length === 1 ? blocks[0] : undefined;
  const [text, setText] = useState(only ?? "");
  const [minutes, setMinutes] = useState<number | string>(action === "extend" ? 5 : 0);
  const reasons = useQuery({
    queryKey: keys.actionReasons,
    queryFn: async ({ signal }) => (await listActionReasons({ signal, throwOnError: true })).data,
    staleTime: Infinity,
  });
  const fitting = reasons.data?.items.filter(({ actions }) => actions.includes(action)) ?? [];
  // Where there is only one, there is nothing to choose.
  const reason = chosen ?? (fitting.length === 1 ? (fitting[0]?.code ?? null) : null);
  const texted = action === "message" || action === "let_on";
  const timed = action === "extend" || action === "reopen";
  const seconds = timed && typeof minutes === "number" ? Math.round(minutes * 60) : 0;
  const send = useMutation({
    mutationFn: async () => {
      if (reason === null) throw new Error(t`a reason is needed`);
      const body = { action, reason, text: texted ? text.trim() : "", seconds, id: key };
      return (await actOnInterview({ path: { id: session }, body, throwOnError: true })).data;
    },
    onSuccess: async () => {
      close();
      tellDone(t`${words.done}: on its way to ${name}.`);
      await queries.invalidateQueries({ queryKey: keys.actions(session) });
      await queries.invalidateQueries({ queryKey: keys.interviews });
      await queries.invalidateQueries({ queryKey: keys.result(session) });
    },
  });
  const incomplete =
    reason === null ||
    (texted && text.trim() === "") ||
    (action === "extend" && seconds <= 0);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!incomplete) send.mutate();
  }

  return (
    <Modal opened onClose={close} title={words.title} centered closeButtonProps={{ "aria-label": t`Close` }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>
            <strong>{name}</strong>. {words.lead}
          </Text>
          {reasons.isPending && <Loading rows={1} height={36} />}
          {reasons.isError && (
            <Failed error={reasons.error} retry={() => void reasons.refetch()} />
          )}
          {action === "message" && (
            <Textarea
              label={t`Message`}
              required
              autosize
              minRows={3}
              maxRows={8}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
          )}
          {action === "let_on" && (
            <Select
              label={t`Let go on in spite of`}
              required
              placeholder={t`Choose what was found`}
              allowDeselect={false}
              data={blocks.map((kind) => ({ value: kind, label: blockWords(kind) }))}
              value={text === "" ? null : text}
              onChange={(value) => setText(value ?? "")}
            />
          )}
          {timed && (
            <NumberInput
              label={action === "reopen" ? t`Minutes on top of what was left` : t`Minutes`}
              min={action === "reopen" ? 0 : 1}
              max={240}
              clampBehavior="strict"
              allowDecimal={false}
              value={minutes}
              onChange={setMinutes}
            />
          )}
          {reasons.isSuccess && (
            <Select
              label={t`Reason`}
              required
              placeholder={t`Choose a reason`}
              allowDeselect={false}
              data={fitting.map(({ code, label }) => ({ value: code, label }))}
              value={reason}
              onChange={(value) => setChosen(value as Reason | null)}
              description={
                reason === null
                  ? t`Kept in the log; the candidate reads it in words.`
                  : t`The candidate reads: “${fitting.find(({ code }) => code === reason)?.told ?? ""}”`
              }
              data-autofocus={action === "message" ? undefined : true}
            />
          )}
          {send.isError && (
            <Alert color="ember" title={explain(send.error).title} role="alert">
              {explain(send.error).detail}
            </Alert>
          )}
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={close}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              type="submit"
              color={isGrave(action) ? "ember" : undefined}
              loading={send.isPending}
              disabled={incomplete}
            >
              {words.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
