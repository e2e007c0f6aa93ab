// The newest messages to one address: what became of each, and sending it again.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { listWebhookDeliveries, replayWebhookDelivery } from "../../client/sdk.gen";
import type { DeliveryView } from "../../client/types.gen";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { moment, ownZone } from "../../words/time";
import classes from "./system.module.css";

const STATES: Record<DeliveryView["state"], string> = {
  waiting: t`waits`,
  delivered: t`delivered`,
  failed: t`failed`,
  dropped: t`not sent`,
};

export function Deliveries({ webhook, active }: { webhook: string; active: boolean }) {
  const queries = useQueryClient();
  const key = ["webhooks", webhook, "deliveries"];
  const found = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await listWebhookDeliveries({ path: { id: webhook }, signal, throwOnError: true })).data.items,
    refetchInterval: 5000,
  });
  const replay = useMutation({
    mutationFn: (delivery: string) =>
      replayWebhookDelivery({ path: { id: webhook, delivery }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key });
      tellDone(t`It is sent again.`);
    },
    onError: tellFailed,
  });
  if (found.isPending) return <Loading rows={2} />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <Text c="dimmed"><Trans>No message was sent yet.</Trans></Text>;
  return (
    <ul className={classes.list}>
      {found.data.map((each) => (
        <li key={each.id} className={classes.row}>
          <div className={classes.words}>
            <Text size="sm">
              {each.event}: {STATES[each.state]}
              {each.attempts > 1 && t` after ${each.attempts} tries`}
            </Text>
            <Text size="sm" c="dimmed">
              {moment(each.created_at, ownZone())}
              {each.words !== "" && ` · ${each.words}`}
              {each.next_at !== null &&
                each.attempts > 0 &&
                t` It is tried again at ${moment(each.next_at, ownZone())}.`}
            </Text>
          </div>
          <Button
            size="xs"
            variant="default"
            disabled={!active || each.state === "waiting"}
            aria-label={t`Send again: ${each.event} of ${moment(each.created_at, ownZone())}`}
            loading={replay.isPending && replay.variables === each.id}
            onClick={() => replay.mutate(each.id)}
          >
            <Trans>Send again</Trans>
          </Button>
        </li>
      ))}
    </ul>
  );
}
