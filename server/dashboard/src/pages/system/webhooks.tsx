// Addresses of other systems: added, tested, given new secrets, looked after.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  renewWebhookSecret,
  testWebhook,
} from "../../client/sdk.gen";
import type { WebhookRequest, WebhookView } from "../../client/types.gen";
import { Confirm } from "../../parts/confirm";
import { CopyField } from "../../parts/copy";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { moment, ownZone } from "../../words/time";
import { Deliveries } from "./deliveries";
import classes from "./system.module.css";
import { listed } from "../../words/numbers";

export const WEBHOOKS = ["webhooks"];
const EVENTS: Record<WebhookRequest["events"][number], string> = {
  "interview.invited": t`Invited`,
  "interview.started": t`Started`,
  "interview.completed": t`Completed`,
  "interview.expired": t`Expired`,
  "interview.cancelled": t`Cancelled`,
  "interview.terminated": t`Terminated`,
  "result.scored": t`Scored`,
  "result.overridden": t`Score overridden`,
};

export function WebhooksPanel() {
  const [adding, { open, close }] = useDisclosure(false);
  const [secret, setSecret] = useState("");
  const webhooks = useQuery({
    queryKey: WEBHOOKS,
    queryFn: async ({ signal }) => (await listWebhooks({ signal, throwOnError: true })).data.items,
    refetchInterval: 10_000,
  });
  return (
    <Panel
      title={t`Webhooks`}
      note={t`Other systems are told what happens, signed and without anything personal.`}
      aside={
        <Button variant="default" onClick={open}>
          <Trans>Add an address</Trans>
        </Button>
      }
    >
      {webhooks.isPending && <Loading rows={2} />}
      {webhooks.isError && <Failed error={webhooks.error} retry={() => void webhooks.refetch()} />}
      {webhooks.data?.length === 0 && <Text c="dimmed"><Trans>No system is told anything yet.</Trans></Text>}
      <ul className={classes.list}>
        {webhooks.data?.map((each) => (
          <li key={each.id} className={classes.row}>
            <Webhook webhook={each} onSecret={setSecret} />
          </li>
        ))}
      </ul>
      <AddDialog opened={adding} onClose={close} onSecret={setSecret} />
      <Modal
        opened={secret !== ""}
        onClose={() => setSecret("")}
        title={t`The secret that signs`}
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Stack gap="md">
          <Text><Trans>Keep it now: it is shown this once.</Trans></Text>
          <CopyField label={t`Secret`} value={secret} />
        </Stack>
      </Modal>
    </Panel>
  );
}

interface WebhookProps {
  webhook: WebhookView;
  onSecret: (secret: string) => void;
}

function Webhook({ webhook, onSecret }: WebhookProps) {
  const queries = useQueryClient();
  const [shown, log] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const path = { id: webhook.id };
  const renewed = () => queries.invalidateQueries({ queryKey: WEBHOOKS });
  const test = useMutation({
    mutationFn: () => testWebhook({ path, throwOnError: true }),
    onSuccess: () => {
      log.open();
      tellDone(t`A test message is on its way.`);
      return renewed();
    },
    onError: tellFailed,
  });
  const renew = useMutation({
    mutationFn: async () => (await renewWebhookSecret({ path, throwOnError: true })).data,
    onSuccess: ({ secret }) => {
      onSecret(secret);
      return renewed();
    },
    onError: tellFailed,
  });
  const turn = useMutation({
    mutationFn: (active: boolean) => changeWebhook({ path, body: { active }, throwOnError: true }),
    onSuccess: renewed,
    onError: tellFailed,
  });
  const drop = useMutation({
    mutationFn: () => deleteWebhook({ path, throwOnError: true }),
    // The list alone: the messages of what is gone cannot be read again.
    onSuccess: () => queries.invalidateQueries({ queryKey: WEBHOOKS, exact: true }),
    onError: tellFailed,
  });
  return (
    <Stack gap="xs" flex={1} className={classes.words}>
      <Group gap="xs">
        <Text fw={500}>{webhook.url}</Text>
        {!webhook.active && <Badge color="ember"><Trans>Out of service</Trans></Badge>}
        {webhook.active && webhook.failing_since !== null && <Badge color="ember"><Trans>Failing</Trans></Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        {webhook.disabled_reason || listed(webhook.events.map((event) => EVENTS[event]))}
        {webhook.failing_since !== null &&
          t` · nothing was taken since ${moment(webhook.failing_since, ownZone())}`}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" aria-expanded={shown} onClick={log.toggle}>
          {shown ? t`Hide messages` : t`Messages`}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!webhook.active}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          <Trans>Send a test</Trans>
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={turn.isPending}
          onClick={() => turn.mutate(!webhook.active)}
        >
          {webhook.active ? t`Pause` : t`Put back`}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={renew.isPending}
          onClick={() => renew.mutate()}
        >
          <Trans>New secret</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="ember" onClick={remove.open}>
          <Trans>Delete</Trans>
        </Button>
      </Group>
      {shown && <Deliveries webhook={webhook.id} active={webhook.active} />}
      <Confirm
        opened={removing}
        title={t`Delete this address?`}
        action={t`Delete`}
        busy={drop.isPending}
        onConfirm={() => drop.mutate()}
        onClose={remove.close}
      >
        <Trans>{webhook.url} is told nothing more, and its list of messages goes.</Trans>
      </Confirm>
    </Stack>
  );
}

interface AddProps {
  opened: boolean;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

function AddDialog({ opened, onClose, onSecret }: AddProps) {
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<string[]>(["interview.completed", "result.scored"]);
  const add = useMutation({
    mutationFn: async () => {
      const chosen = events as WebhookRequest["events"];
      return (await createWebhook({ body: { url, events: chosen }, throwOnError: true })).data;
    },
    onSuccess: async ({ secret }) => {
      setUrl("");
      onClose();
      onSecret(secret);
      await queries.invalidateQueries({ queryKey: WEBHOOKS });
    },
    onError: tellFailed,
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Add an address`}
      centered
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t`Address`}
            placeholder="https://"
            required
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            data-autofocus
          />
          <Checkbox.Group label={t`It is told of`} value={events} onChange={setEvents}>
            <Stack gap={6} mt={6}>
              {Object.entries(EVENTS).map(([event, words]) => (
                <Checkbox key={event} value={event} label={words} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={add.isPending} disabled={events.length === 0}>
              <Trans>Add</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
