// How the server is, part by part, and maintenance. For super admins.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { beginMaintenance, endMaintenance, getServer } from "../../client/sdk.gen";
import type { ServerView } from "../../client/types.gen";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { ListTable } from "../../parts/table";
import { tellFailed } from "../../parts/tell";
import { moment, ownZone } from "../../words/time";

const ASK_EVERY_MS = 15_000;
const MINUTE_MS = 60_000;
const STATES: Record<ServerView["parts"][number]["state"], { words: string; color: string }> = {
  ok: { words: t`Well`, color: "moss" },
  warning: { words: t`Look`, color: "amber" },
  down: { words: t`Down`, color: "ember" },
  off: { words: t`Not set up`, color: "slate" },
  unknown: { words: t`Unknown`, color: "slate" },
};
const PARTS: Record<string, string> = {
  database: t`Database`,
  schema: t`Its schema`,
  keys: t`Keys`,
  worker: t`Background work`,
  clock: t`Clock`,
  storage: t`Evidence`,
  redis: t`Redis`,
  mail: t`Mail`,
};

export function Component() {
  const server = useQuery({
    queryKey: keys.server,
    queryFn: async ({ signal }) => (await getServer({ signal, throwOnError: true })).data,
    refetchInterval: ASK_EVERY_MS,
  });
  return (
    <Page title={t`Server`} lead={server.data && t`Version ${server.data.version}`} narrow>
      {server.isPending && <Loading />}
      {server.isError && <Failed error={server.error} retry={() => void server.refetch()} />}
      {server.isSuccess && (
        <Stack gap="lg">
          <Maintenance server={server.data} />
          <ListTable label={t`Parts of the server`} heads={[t`Part`, t`State`, t`Detail`]}>
            {server.data.parts.map((part) => (
              <Table.Tr key={part.name}>
                <Table.Td>{PARTS[part.name] ?? part.name}</Table.Td>
                <Table.Td>
                  <Badge color={STATES[part.state].color} miw="max-content">
                    {STATES[part.state].words}
                  </Badge>
                </Table.Td>
                <Table.Td>{part.detail}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <Text c="dimmed">
            {server.data.dead === 0
              ? t`No job has failed for good.`
              : t`Jobs that failed for good: ${server.data.dead}. Somebody should look.`}
          </Text>
        </Stack>
      )}
    </Page>
  );
}

function Maintenance({ server }: { server: ServerView }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const refresh = async () => {
    setAsking(false);
    await queries.invalidateQueries({ queryKey: keys.server });
    await queries.invalidateQueries({ queryKey: keys.config });
  };
  const end = useMutation({
    mutationFn: () => endMaintenance({ throwOnError: true }),
    onSuccess: refresh,
    onError: tellFailed,
  });
  const on = server.maintenance;
  const running =
    server.running === 0 ? t`No interview runs.` : t`Interviews that run now: ${server.running}.`;
  return (
    <Panel
      title={t`Maintenance`}
      note={on === null ? t`Off` : t`On since ${moment(on.since, ownZone())}`}
      aside={
        on === null ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>Begin maintenance</Trans>
          </Button>
        ) : (
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            <Trans>End maintenance</Trans>
          </Button>
        )
      }
    >
      <Text>
        <Trans>While it is on, nobody can begin an interview or change anything; interviews that run go on
        to their end. {running}</Trans>
      </Text>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Begin maintenance?`}
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Begin onDone={() => void refresh()} onCancel={() => setAsking(false)} />
      </Modal>
    </Panel>
  );
}

function Begin({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [message, setMessage] = useState("");
  const [minutes, setMinutes] = useState<number | string>(30);
  const begin = useMutation({
    mutationFn: () => {
      const until = new Date(Date.now() + Number(minutes) * MINUTE_MS).toISOString();
      return beginMaintenance({
        body: { message, until: minutes === "" ? null : until },
        throwOnError: true,
      });
    },
    onSuccess: onDone,
    onError: tellFailed,
  });
  return (
    <Stack gap="md">
      <TextInput
        label={t`What candidates and admins read`}
        placeholder={t`Why, and for how long`}
        maxLength={300}
        data-autofocus
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <NumberInput
        label={t`Minutes it is meant to last`}
        description={t`It ends when somebody ends it, not by itself.`}
        min={1}
        max={1440}
        value={minutes}
        onChange={setMinutes}
      />
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          <Trans>Begin maintenance</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
