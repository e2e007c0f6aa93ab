// How long this interview's things stay, whether a legal hold keeps them, and what is gone.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { getKept, liftHold, placeHold } from "../../client/sdk.gen";
import type { KeptView } from "../../client/types.gen";
import { Panel } from "../../parts/panel";
import { Failed, Loading } from "../../parts/states";
import { tellDone, tellFailed } from "../../parts/tell";
import { days, whatWords } from "../../words/privacy";
import { moment, ownZone } from "../../words/time";
import classes from "./page.module.css";

export function Kept({ session }: { session: string }) {
  const kept = useQuery({
    queryKey: [...keys.result(session), "kept"],
    queryFn: async ({ signal }) =>
      (await getKept({ path: { id: session }, signal, throwOnError: true })).data,
  });
  return (
    <Panel title={t`Kept and destroyed`} note={t`Days count from the interview’s end.`}>
      {kept.isPending && <Loading rows={2} />}
      {kept.isError && <Failed error={kept.error} retry={() => void kept.refetch()} />}
      {kept.isSuccess && <Body session={session} kept={kept.data} />}
    </Panel>
  );
}

function Body({ session, kept }: { session: string; kept: KeptView }) {
  const zone = ownZone();
  return (
    <Stack gap="md">
      <ul className={classes.agreed}>
        {Object.entries(kept.days).map(([what, count]) => (
          <li key={what}>
            {whatWords(what)}: {days(count ?? 0)}
          </li>
        ))}
      </ul>
      {kept.deletions.length > 0 && (
        <ul className={classes.agreed}>
          {kept.deletions.map((one) => (
            <li key={one.id}>
              <Trans>{whatWords(one.what)}: destroyed {moment(one.done_at ?? one.asked_at, zone)} (
              {one.rule}){" "}</Trans>
              {one.done_at === null ? (
                t`– the last bytes are being removed`
              ) : (
                <Anchor href={`/api/admin/privacy/deletions/${one.id}/receipt.json`} download>
                  <Trans>Receipt</Trans>
                </Anchor>
              )}
            </li>
          ))}
        </ul>
      )}
      <Hold session={session} hold={kept.hold} />
    </Stack>
  );
}

function Hold({ session, hold }: { session: string; hold: KeptView["hold"] }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const settled = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.result(session) });
      setReason(null);
    },
    onError: tellFailed,
  };
  const place = useMutation({
    mutationFn: (text: string) =>
      placeHold({ path: { id: session }, body: { reason: text }, throwOnError: true }),
    ...settled,
  });
  const lift = useMutation({
    mutationFn: async () => {
      await liftHold({ path: { id: session }, throwOnError: true });
      tellDone(t`The hold is lifted. What is due by now goes within the hour.`);
    },
    ...settled,
  });

  if (hold !== null) {
    return (
      <Alert color="amber" title={t`Legal hold: nothing of this interview is destroyed`}>
        <Text size="sm" mb="sm">
          <Trans>{hold.reason} · since {moment(hold.placed_at, ownZone())}</Trans>
        </Text>
        <Button size="xs" variant="default" loading={lift.isPending} onClick={() => lift.mutate()}>
          <Trans>Lift the hold</Trans>
        </Button>
      </Alert>
    );
  }
  if (reason === null) {
    return (
      <div>
        <Button size="xs" variant="default" onClick={() => setReason("")}>
          <Trans>Place a legal hold</Trans>
        </Button>
      </div>
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    place.mutate((reason ?? "").trim());
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          label={t`Why it must be kept`}
          autosize
          minRows={2}
          maxLength={1000}
          required
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            loading={place.isPending}
            disabled={reason.trim().length < 3}
          >
            <Trans>Place the hold</Trans>
          </Button>
          <Button size="xs" variant="subtle" color="slate" onClick={() => setReason(null)}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
