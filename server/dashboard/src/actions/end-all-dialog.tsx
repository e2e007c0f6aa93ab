// Ends all that runs: asks why, says how many that is, and ends none if it is another number by then.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../api/queries";
import { explain } from "../api/refusal";
import { listActionReasons, terminateAllInterviews } from "../client/sdk.gen";
import type { Reason } from "../client/types.gen";
import { Failed, Loading } from "../parts/states";
import { tellDone } from "../parts/tell";

export default function EndAllDialog({ running, close }: { running: number; close: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState<Reason | null>(null);
  const reasons = useQuery({
    queryKey: keys.actionReasons,
    queryFn: async ({ signal }) => (await listActionReasons({ signal, throwOnError: true })).data,
    staleTime: Infinity,
  });
  const fitting = reasons.data?.items.filter(({ actions }) => actions.includes("terminate")) ?? [];
  const send = useMutation({
    mutationFn: async () => {
      if (reason === null) throw new Error(t`a reason is needed`);
      return (await terminateAllInterviews({ body: { reason, running }, throwOnError: true })).data;
    },
    onSuccess: async ({ ended }) => {
      close();
      tellDone(plural(ended, { one: "# interview was ended.", other: "# interviews were ended." }));
      await queries.invalidateQueries({ queryKey: keys.interviews });
    },
  });

  const many = plural(running, { one: "# interview runs", other: "# interviews run" });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason !== null) send.mutate();
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t`End every running interview?`}
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>
            <Trans><strong>{many}.</strong> Each
            is handed in as it stands. You can re-open them later, one by one. You are asked once more
            who you are if your sign-in is older than five minutes.</Trans>
          </Text>
          {reasons.isPending && <Loading rows={1} height={36} />}
          {reasons.isError && (
            <Failed error={reasons.error} retry={() => void reasons.refetch()} />
          )}
          {reasons.isSuccess && (
            <Select
              label={t`Reason`}
              required
              placeholder={t`Choose a reason`}
              allowDeselect={false}
              data={fitting.map(({ code, label }) => ({ value: code, label }))}
              value={reason}
              onChange={(value) => setReason(value as Reason | null)}
              description={
                reason === null
                  ? t`Kept in the log; the candidates read it in words.`
                  : t`The candidates read: “${fitting.find(({ code }) => code === reason)?.told ?? ""}”`
              }
              data-autofocus
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
            <Button type="submit" color="ember" loading={send.isPending} disabled={reason === null}>
              <Trans>End all</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
